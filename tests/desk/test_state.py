"""What the desk sees: entries, proposals, changes without a reason; and its words."""

import yaml

from gapmark.desk.state import PHRASES, desk_language, look


def test_what_is_left_to_go_through(sample):
    state = look(sample)
    assert state.proposals == ()
    before = len(state.unreasoned)
    path = sample / "content" / "timeline.yaml"
    path.write_text(path.read_text("utf-8") + "\n- label: A\n  confirmed: No\n", "utf-8")
    page = sample / "content" / "battle.md"
    page.write_text(page.read_text("utf-8").replace("bombarded", "bombed", 1), "utf-8")
    state = look(sample)
    assert len(state.proposals) == 1
    assert len(state.unreasoned) == before + 1
    assert state.entry_of(state.unreasoned[-1]) is None
    assert state.find(state.kinds["timeline"], state.proposals[0].sum) == state.proposals[0]


def test_a_project_with_a_broken_page_has_no_record(sample):
    (sample / "content" / "battle.md").write_text("none", "utf-8")
    state = look(sample)
    assert state.record is None
    assert state.unreasoned == ()
    assert state.items(state.kinds["timeline"])


def test_german_has_the_words_of_english():
    english, german = (yaml.safe_load((PHRASES / f"{code}.yaml").read_text("utf-8")) for code in ("en", "de"))

    def keys(group, before=""):
        for key, value in group.items():
            yield from keys(value, f"{before}{key}.") if isinstance(value, dict) else [before + str(key)]

    assert sorted(keys(english)) == sorted(keys(german))
    assert desk_language("ar").code == desk_language("../en").code == "en"
    assert desk_language("de")("left", n=1) == "1 Eintrag durchzusehen"
