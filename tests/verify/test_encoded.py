"""edition.xml read again, by itself."""

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.tei.edition import PATH
from gapmark.verify.encoded import attributes_of, read_encoded
from gapmark.verify.reading import understand

DEEP = b"<a>" * 3_000 + b"</a>" * 3_000
OTHER = '<!DOCTYPE x [<!ENTITY a "a">]><TEI>&a;</TEI>'.encode("utf-16")
SIGN = b'<TEI><w xml:id="t1" n="U+FFFFFFFFFF">\xe2\x90\x80</w></TEI>'


def test_it_says_what_the_site_says(files, sample_site):
    record, made = sample_site.record, read_encoded(files[PATH])
    document = record.edition.document
    assert made.sha256 == document.source.sha256
    assert list(made.tokens) == [token.text for token in document.tokens]
    assert made.gaps == {gap.id: attributes_of(gap) for gap in document.gaps}
    assert made.changes == {change.id: (change.kind, record.reasons[change.id]) for change in record.changes}
    assert [*made.pages] == ["background.html", "battle.html", "aftermath.html"]
    assert "[gap 1]" in made.pages["battle.html"]
    assert "rebel forces" in made.pages["background.html"]
    assert ("range(t2,t10)", "The Battle of Safira was fought in February 2013") in made.proofs


@pytest.mark.parametrize(
    "data", [b"", b"<TEI", b"<!DOCTYPE x [<!ENTITY a 'a'>]><TEI>&a;</TEI>", b"\xff\x00", DEEP, OTHER, SIGN]
)
def test_a_tei_that_is_none(data):
    with pytest.raises(GapmarkError) as caught:
        understand(read_encoded, {PATH: data}, PATH)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.path) == ("O022", PATH)
    assert problem.message.startswith("can't be read: ")
