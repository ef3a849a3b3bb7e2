"""An acceptance is by the entry's own key, whatever lines move."""

import pytest

from gapmark.project.load import load_project

LISTS = {
    "timeline": "- label: The siege begins\n  date: 1805\n  quote: x\n# a note\n- label: It ends\n  date: 1806\n",
    "facts": "strength:\n  - value: '3,000'\n    quote: 3,000 men\n",
    "places": "- name: Ulm\n  latitude: 48\n",
}
PAGE = "---\ntitle: Battle\nrole: battle\n---\n\nx\n\n## The *long* siege\n\ny\n\n## After\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The siege begins", [("content/timeline.yaml", 1, 3)]),
        ("the siege  begins.", [("content/timeline.yaml", 1, 3)]),
        ("3,000 men", [("content/facts.yaml", 2, 3)]),
        ("Ulm", [("content/places.yaml", 1, 2)]),
        ("The long siege", [("content/battle.md", 8, 11)]),
        ("After", [("content/battle.md", 12, float("inf"))]),
        ("nobody", []),
    ],
)
def test_an_entry_or_a_part_of_a_page_is_found_by_its_name(tmp_path, name, expected):
    (tmp_path / "content").mkdir()
    for list_name, text in LISTS.items():
        (tmp_path / "content" / f"{list_name}.yaml").write_text(text)
    (tmp_path / "content/battle.md").write_text(PAGE)
    (tmp_path / "content/site.yaml").write_text(f"title: x\nallow:\n  - {{code: X021, entry: '{name}', reason: y}}\n")
    (allowance,) = load_project(tmp_path).settings["allow"]
    assert list(allowance["stretches"]) == expected
