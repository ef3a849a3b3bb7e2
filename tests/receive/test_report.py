"""What an import says."""

import pytest

from gapmark.receive.report import listed


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        ((), ""),
        (("", "Battle"), 'the lead, "Battle"'),
        (tuple("abcdefgh"), '"a", "b", "c", "d", "e", "f", "g", "h"'),
        (tuple("abcdefghijkl"), '"a", "b", "c", "d", ... 5 more ..., "j", "k", "l"'),
    ],
)
def test_long_lists_lose_their_middle(titles, words):
    assert listed(titles) == words


def test_a_line_a_page(project, gapmark):
    (project / "text.txt").write_text("@@1 A battle . # Xyzzy # War . # Battle # Fight . # References #", "utf-8")
    code, out, _ = gapmark("import", "text.txt", project=project / "other")
    assert code == 0
    assert out.splitlines() == [
        "content/source/1.txt: written",
        "content/background.md: written",
        "content/battle.md: written",
        "content/site.yaml: written",
        "content/LICENSE.txt: written",
        "fill in content/site.yaml: its title, author, licence and language are guesses, or empty",
        'content/background.md: the lead, "Xyzzy"; because no heading says more',
        'content/battle.md: "Battle"; because of "Battle"',
        'in no list, so they stay with what comes before them: "Xyzzy"',
        'nothing stands under these in the source, so they are on no page: "References"',
    ]


def test_nothing_is_said_of_headings_where_every_one_has_its_page(project, gapmark):
    (project / "text.txt").write_text("@@1 A battle . # Battle # Fight .", "utf-8")
    _, out, _ = gapmark("import", "text.txt", project=project / "other")
    assert out.splitlines()[-1] == 'content/battle.md: "Battle"; because of "Battle"'
