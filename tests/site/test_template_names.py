"""The tables of gapmark/docs/look.md say of every name that templates can use what its record says."""

from helpers.documents import FOLDER
from helpers.template_names import tables


def test_what_templates_can_use_is_listed(refresh):
    path = FOLDER / "look.md"
    before, head, _ = path.read_text("utf-8").partition("\n### Site\n")
    assert head
    made = f"{before}\n{tables()}"
    if refresh:
        path.write_text(made, "utf-8", newline="\n")
    again = "gapmark/docs/look.md: run python -m pytest tests/site/test_template_names.py --refresh"
    assert path.read_text("utf-8") == made, again
