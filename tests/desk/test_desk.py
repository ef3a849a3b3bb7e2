"""What the desk writes for each form, as requests: the lines that a careful hand would have written."""

import re

import pytest

QUOTE = "On 6 February 2013, violent clashes took place"


def lines_between(before, after):
    """The lines that came and went."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in new if line not in old], [line for line in old if line not in new]


def test_a_new_event_is_written_at_the_end(browser, sample):
    path = sample / "content" / "timeline.yaml"
    before = path.read_text("utf-8")
    html = browser.get("timeline/form", entry="new")
    status, headers, _ = browser.fill(
        html,
        "timeline/save",
        label="Clashes: a new label",
        date="2013-02-06",
        words="On 6 February 2013",
        certainty="stated",
        quote=QUOTE,
        year="",
        calendar="gregorian",
        reasoning="",
        confirmed="true",
        note="",
    )
    assert (status, headers["Location"]) == (303, "/.gapmark/desk/timeline")
    assert path.read_text("utf-8") == before + (
        f'\n- label: "Clashes: a new label"\n  date: 2013-02-06\n  words: On 6 February 2013\n  quote: {QUOTE}\n'
    )


def first_entry(html):
    return re.search(r"form\?entry=([0-9a-f]{64})", html)[1]


def test_an_entry_is_changed_and_removed_and_both_are_taken_back(browser, sample):
    path = sample / "content" / "places.yaml"
    before = path.read_text("utf-8")
    entry = first_entry(browser.get("places"))
    html = browser.get("places/form", entry=entry)
    assert 'value="al-Safira"' in html
    assert browser.fill(html, "places/save", latitude="36.0770")[0] == 303
    assert lines_between(before, path.read_text("utf-8")) == (["  latitude: 36.0770"], ["  latitude: 36.07696"])
    html = browser.get("places/form", entry=first_entry(browser.get("places")))
    assert browser.fill(html, "places/save", act="remove")[0] == 303
    assert "name: al-Safira" not in path.read_text("utf-8")
    assert "name: Aleppo" in path.read_text("utf-8")
    for _ in range(2):
        assert browser.fill(browser.get(""), "undo")[1]["Location"] == "/.gapmark/desk/?undone=1"
    assert path.read_text("utf-8") == before


def test_a_fact_goes_to_its_field_which_is_not_stated_no_more(browser, sample):
    path = sample / "content" / "facts.yaml"
    html = browser.get("facts/form", entry="new")
    status, _, text = browser.fill(
        html, "facts/save", key="units", value="Al-Nusra", quote="Rebels from Al-Nusra front"
    )
    assert status == 303, text
    written = path.read_text("utf-8")
    assert "not_stated: [part_of, result, commanders, strength]\n" in written
    assert written.endswith("\nunits:\n  - value: Al-Nusra\n    quote: Rebels from Al-Nusra front\n")


def test_what_is_wrong_is_said_at_its_part_and_nothing_is_written(browser, sample):
    path = sample / "content" / "timeline.yaml"
    before = path.read_bytes()
    html = browser.get("timeline/form", entry="new")
    typed = {"label": "A label", "date": "2013-99", "words": "On 6 February 2013", "quote": QUOTE}
    status, _, text = browser.fill(html, "timeline/save", **typed)
    assert status == 422
    assert re.search(r'id="f-date" name="date" aria-invalid="true" aria-describedby="[^"]*" value="2013-99"', text)
    assert re.search(r'id="f-date-told">X\d+: ', text)
    assert 'value="A label"' in text
    assert path.read_bytes() == before
    status, _, text = browser.fill(html, "timeline/save", **(typed | {"date": "2013-02-06", "quote": "nowhere at all"}))
    assert status == 422
    assert 'id="f-quote-told"' in text
    assert browser.fill(text, "timeline/save", **(typed | {"date": "2013-02-06"}))[0] == 303


def test_a_file_that_was_changed_since_is_shown_and_what_was_typed_stays(browser, sample):
    path = sample / "content" / "places.yaml"
    html = browser.get("places/form", entry=first_entry(browser.get("places")))
    newer = path.read_text("utf-8").replace("latitude: 36.07696", "latitude: 35.5")
    path.write_text(newer, "utf-8")
    status, _, text = browser.fill(html, "places/save", latitude="36.0770", name="al-Safira")
    assert status == 409
    assert "latitude: 35.5" in text
    assert 'value="36.0770"' in text
    assert path.read_text("utf-8") == newer


def test_another_entry_of_the_file_was_changed_since_and_the_form_is_sent_again(browser, sample):
    path = sample / "content" / "places.yaml"
    html = browser.get("places/form", entry=first_entry(browser.get("places")))
    path.write_text("# Another line.\n" + path.read_text("utf-8"), "utf-8")
    status, _, text = browser.fill(html, "places/save", latitude="36.0770")
    assert status == 409
    assert browser.fill(text, "places/save", latitude="36.0770")[0] == 303
    assert "latitude: 36.0770" in path.read_text("utf-8")
    assert path.read_text("utf-8").startswith("# Another line.\n")


def test_a_paragraph_is_corrected_in_its_markdown(browser, sample):
    path = sample / "content" / "battle.md"
    before = path.read_text("utf-8")
    html = browser.get("text/form", **{"from": "w87", "back": "battle.html#w52"})
    words = before[before.index("On 6 February") :].split("\n\n")[0]
    assert words.splitlines()[0][:60] in html
    status, headers, _ = browser.fill(
        html, "text/save", words=words.replace("bombarded", "bombed").replace("\n", "\r\n")
    )
    assert (status, headers["Location"]) == (303, "/battle.html#w52")
    assert path.read_text("utf-8") == before.replace("bombarded", "bombed", 1)
    cards = browser.get("cards")
    assert "<del>bombarded</del>" in cards
    assert browser.fill(cards, "changes/save", reason="a shorter word")[0] == 303
    assert (sample / "content" / "changes.yaml").read_text("utf-8").endswith("  reason: a shorter word\n")


def test_a_lost_gap_is_refused_in_the_form(browser, sample):
    path = next(path for path in (sample / "content").glob("*.md") if "[gap 1]" in path.read_text("utf-8"))
    before = path.read_text("utf-8")
    number = [page.path for page in _pages(browser)].index(f"content/{path.name}")
    html = browser.get("text", page=str(number))
    articles = re.findall(r"<article>.*?</article>", html, re.S)
    entry = re.search(r"entry=([0-9a-f]{64})", next(part for part in articles if "[gap 1]" in part))[1]
    form = browser.get("text/form", page=str(number), entry=entry)
    status, _, text = browser.fill(form, "text/save", words="No gap.")
    assert status == 422
    assert "G0" in text
    assert path.read_text("utf-8") == before


def _pages(browser):
    from gapmark.desk.state import look

    return look(browser.server.desk.root).pages


def test_dates_are_looked_for_confirmed_and_rejected(browser, sample):
    path = sample / "content" / "timeline.yaml"
    path.write_text("# Mine.\r\n", "utf-8", newline="")
    assert browser.fill(browser.get("cards"), "suggest")[1]["Location"] == "/.gapmark/desk/cards"
    before = path.read_bytes().decode()
    assert before.startswith("# Mine.\r\n")
    assert before.count("\n") == before.count("\r\n")
    count = before.count("confirmed: false")
    assert browser.fill(browser.get("cards"), "timeline/save", confirmed="rejected")[1]["Location"].endswith("/cards")
    after = path.read_bytes().decode()
    assert after == before.replace("confirmed: false", "confirmed: rejected", 1)
    status, _, text = browser.fill(browser.get("cards"), "timeline/save", confirmed="true")
    assert status == 303 or '<a href="/.gapmark/desk/cards">Go on</a>' in text
    assert path.read_bytes().decode().count("confirmed: false") == count - 2


def test_words_come_from_their_address(browser):
    html = browser.get("timeline/form", entry="new", **{"from": "w87", "words": "On 8 February"})
    assert re.search(r'name="date" [^>]*value="XXXX-02-08"|name="date" value="XXXX-02-08"', html)
    assert "On 8 February, several parts of Safira continued to be bombarded" in html
    html = browser.get("places/form", entry="new", **{"from": "s52", "to": "w87", "words": "no such words"})
    assert 'value="On 6 February 2013, violent clashes' in html


def test_a_warning_is_accepted(browser, sample):
    html = browser.get("allow/form", entry="new")
    values = dict(re.findall(r'name="(code|place|reason|warning)"()', html))
    assert values
    status, _, text = browser.fill(html, "allow/save", code="X031", reason="looked at")
    assert status in (200, 303), text
    assert "allow:\n  - code: X031\n    reason: looked at\n" in (sample / "content" / "site.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "bad", ["<script>alert(1)</script>", "{{ secret }}", "]]: &a *a !x # \"'", "a\u0000b", "- b: c"]
)
@pytest.mark.parametrize("kind", ["timeline", "places", "facts", "changes", "gaps", "allow"])
def test_html_and_yaml_in_every_field_are_words(browser, sample, kind, bad):
    html = browser.get(f"{kind}/form", entry="new")
    names = set(re.findall(r'name="([^"]+)"', html)) - {"secret", "file", "sum", "back", "key", "act", "viewport"}
    key = {"key": "units"} if kind == "facts" else {}
    files = {path: path.read_bytes() for path in (sample / "content").iterdir() if path.is_file()}
    status, _, text = browser.fill(html, f"{kind}/save", **key, **dict.fromkeys(names, bad))
    assert status in (200, 303, 422), text
    assert "<script>alert" not in text
    changed = {path for path, data in files.items() if path.read_bytes() != data}
    assert len(changed) == (status != 422)


def test_unknown_fields_keys_and_pages_are_nothing(browser, sample):
    html = browser.get("places/form", entry="new")
    assert browser.fill(html, "places/save", name="A", file_name="../x")[0] == 400
    assert browser.fill(html, "places/save", name="A", key="../x")[0] == 400
    for path in ("nowhere", "places/../site", "places/form?entry=../../etc", "..%2f..%2fetc%2fpasswd", "site/form"):
        assert browser.ask(f"/.gapmark/desk/{path}")[0] == 404
    html = browser.get("text", page="0")
    assert browser.ask("/.gapmark/desk/text?page=../../etc")[0] == 200
    assert "root:" not in browser.get("text/form", page="99999", entry="x")
    assert not (sample / "x.yaml").exists()


def test_the_way_back_is_a_page_of_the_site(browser):
    html = browser.get("places/form", entry="new", back="https://evil.example/")
    assert "evil" not in html
    status, headers, _ = browser.fill(html, "places/save", back="//evil.example/x.html", name="Safira", quote="Safira")
    assert (status, headers["Location"]) == (303, "/.gapmark/desk/places")


def test_a_project_that_can_not_be_read_is_said(browser, sample):
    (sample / "content" / "fields.yaml").write_text("- [", "utf-8")
    status, _, text = browser.ask("/.gapmark/desk/")
    assert status in (200, 500)
    assert "X006" in text


@pytest.mark.parametrize("language", ["de", "ar", "en"])
def test_the_desk_speaks_the_sites_language_or_english(browser, sample, language):
    path = sample / "content" / "site.yaml"
    path.write_text(path.read_text("utf-8").replace("language: en", f"language: {language}", 1), "utf-8")
    assert f"<h1>{'Schreibtisch' if language == 'de' else 'Desk'}</h1>" in browser.get("")
