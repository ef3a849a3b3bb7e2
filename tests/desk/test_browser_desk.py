"""The desk in a real Chromium: words are selected, a form is filled in, and the page shows what was written."""

import itertools

import pytest
from test_browser_site import AXE

from gapmark.desk.desk import OPEN, PLACE

pytestmark = pytest.mark.browser

SELECT = """([from, first, to, last]) => {
  const node = (id, word) => {
    const walk = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const at = walk.currentNode.data.indexOf(word);
      if (at >= 0) return [walk.currentNode, at, at + word.length];
    }
  };
  const [begin, end] = [node(from, first), node(to, last)];
  getSelection().setBaseAndExtent(begin[0], begin[1], end[0], end[2]);
}"""


@pytest.fixture(params=[390, 1280])
def tab(request, chromium, browser):
    """The editor's browser, narrow and wide, on the page of the battle; what goes wrong in it is collected."""
    context = chromium.new_context(viewport={"width": request.param, "height": 800}, has_touch=request.param == 390)
    page = context.new_page()
    page.heard = []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.home = f"http://127.0.0.1:{browser.port}/"
    page.goto(f"{page.home}{PLACE[1:]}{OPEN}?key={browser.server.desk.secret}")
    page.goto(page.home + "battle.html")
    yield page
    context.close()


def choose(tab, *words):
    tab.evaluate(SELECT, words)
    tab.wait_for_selector("#gapmark-desk span:not([hidden])")


def press(tab, kind):
    tab.locator(f'#gapmark-desk a[data-kind="{kind}"]').click()
    tab.wait_for_url("**/form?*")


def save(tab):
    tab.get_by_role("button", name="Save").click()


def check(tab):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab, options=AXE)
    assert found.violations_count == 0, found.generate_report()


def test_a_date(tab, sample):
    choose(tab, "w87", "On 8", "w87", "February")
    press(tab, "timeline")
    assert tab.get_by_label("Date", exact=True).input_value() == "XXXX-02-08"
    tab.get_by_label("What happens").fill("Parts of Safira are bombarded")
    save(tab)
    tab.wait_for_url("**/battle.html#w*")
    written = (sample / "content" / "timeline.yaml").read_text("utf-8")
    assert "\n- label: Parts of Safira are bombarded\n  date: XXXX-02-08\n  words: On 8 February\n" in written
    assert not tab.heard


def test_a_fact_and_a_place(tab, sample):
    choose(tab, "w130", "Seven", "w130", "killed")
    press(tab, "facts")
    tab.get_by_label("Field of the panel").select_option("commanders")
    tab.get_by_label("Value").fill("seven soldiers")
    save(tab)
    tab.wait_for_url("**/battle.html#w*")
    assert "\ncommanders:\n  - value: seven soldiers\n" in (sample / "content" / "facts.yaml").read_text("utf-8")
    choose(tab, "w130", "defense", "w130", "plant")
    press(tab, "places")
    assert tab.get_by_label("Name").input_value() == "defense plant"
    save(tab)
    tab.wait_for_url("**/battle.html#w*")
    assert "\n- name: defense plant\n" in (sample / "content" / "places.yaml").read_text("utf-8")


def test_a_selection_over_two_paragraphs_and_a_gap_quotes_the_source(tab):
    blocks = tab.locator("main p[id^=w]").evaluate_all("found => found.map(one => [one.id, one.textContent])")
    (first, _), (second, text) = next(pair for pair in itertools.pairwise(blocks) if "missing" in pair[1][1])
    choose(tab, first, " ", second, text.split()[-1])
    press(tab, "facts")
    quote = tab.get_by_label("Words of the text that prove it").input_value()
    assert quote
    assert "missing" not in quote
    assert "[gap" not in quote


def test_words_are_corrected_and_the_reason_is_given(tab, sample):
    choose(tab, "w87", "bombarded", "w87", "bombarded")
    press(tab, "text")
    box = tab.get_by_label("The paragraph in Markdown")
    box.fill(box.input_value().replace("bombarded", "bombed"))
    save(tab)
    tab.wait_for_url("**/battle.html#w*")
    assert "to be bombed by" in tab.locator("#w87").text_content()
    tab.get_by_role("link", name="1 entry to go through").click()
    tab.get_by_label("Reason").fill("a shorter word")
    save(tab)
    tab.wait_for_url("**/cards")
    assert "reason: a shorter word" in (sample / "content" / "changes.yaml").read_text("utf-8")


def test_with_the_keyboard_only(tab, sample):
    tab.goto(tab.home + PLACE[1:])
    tab.get_by_role("link", name="Add: Places").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/places/form?*")
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == "f-name":
            break
    tab.keyboard.type("Safira")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/desk/places")
    assert (sample / "content" / "places.yaml").read_text("utf-8").endswith("\n- name: Safira\n")


@pytest.mark.parametrize(
    "path", ["", "cards", "publish", "text?page=0", "places", "timeline/form", "gaps/form", "text/form?from=w87"]
)
def test_the_desks_pages_are_accessible(tab, path):
    tab.goto(tab.home + PLACE[1:] + path)
    check(tab)
    assert not tab.heard
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_bar_is_accessible(tab):
    choose(tab, "w87", "bombarded", "w87", "bombarded")
    check(tab)


def test_without_the_key_there_is_no_bar(chromium, browser):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{browser.port}/battle.html")
    assert page.locator("#gapmark-desk").count() == 0
    context.close()
