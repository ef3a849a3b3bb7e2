"""The sample site in a real Chromium: from a disk, at the root of a host, and below a path."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from conftest import REPOSITORY

from gapmark.pipeline import build

pytestmark = pytest.mark.browser

SHOTS = Path(__file__).parent / "screenshots"
WIDTHS = (320, 390, 1280)
SCHEMES = ("light", "dark")
LABEL = "[about 10 words missing]"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("host") / "battle-of-safira"
    build(REPOSITORY, folder)
    return folder


@pytest.fixture(scope="module")
def pages(site):
    return sorted(path.name for path in site.glob("*.html"))


@pytest.fixture(scope="module")
def bases(site, host):
    return {
        "disk": site.as_uri() + "/",
        "root": host(site),
        "path": host(site.parent) + "battle-of-safira/",
    }


@pytest.fixture
def tab(chromium):
    """Opens a page in a context of its own; what goes wrong in it is collected."""
    contexts = []

    def open_tab(address, width=1280, scheme="light", **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.heard, page.asked = [], []
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(address)
        return page

    yield open_tab
    for context in contexts:
        context.close()


# ---------------------------------------------------------------- links and requests


@pytest.mark.parametrize("place", ["disk", "root", "path"])
def test_every_link_resolves_and_no_request_leaves(tab, bases, pages, site, place):
    base, ids, links = bases[place], {}, []
    for name in pages:
        page = tab(base + name)
        ids[name] = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
        found = page.evaluate(
            "[...document.querySelectorAll('a[href], use, image')].map(e => e.href.baseVal ?? e.href)"
        )
        links += [(name, urljoin(base + name, href)) for href in found]
        assert page.heard == []
        assert all(url.startswith(base) for url in page.asked), page.asked
        assert len(page.asked) <= 4
        page.close()
    assert len(links) > 100
    for name, address in links:
        if address.startswith(base):
            _check(site, ids, name, unquote(address.removeprefix(base)))
        else:
            assert urlsplit(address).scheme == "https", f"{name}: {address}"


def _check(site, ids, name, target):
    path, _, fragment = target.partition("#")
    assert (site / path).is_file(), f"{name}: {target}"
    assert not fragment or fragment in ids[path], f"{name}: {target}"


# ---------------------------------------------------------------- accessibility


@pytest.mark.parametrize("scheme", [*SCHEMES, "forced"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(tab, bases, pages, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    forced = {"forced_colors": "active"} if scheme == "forced" else {"scheme": scheme}
    for name in pages:
        page = tab(bases["disk"] + name, width, **forced)
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        found = Axe().run(page, options=AXE)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
        page.context.close()


def test_the_accessibility_tree_names_each_gap(tab, bases):
    for name in ("battle.html", "aftermath.html"):
        page = tab(bases["disk"] + name)
        number = 1 if name == "battle.html" else 2
        assert page.get_by_role("link", name=f"{LABEL.strip('[]')}: gap {number} of 2").count() == 1


def test_keyboard_order_and_visible_focus(tab, bases):
    page = tab(bases["disk"] + "battle.html")
    order = []
    for _ in range(200):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
            const all = [...document.querySelectorAll('a[href], summary, [tabindex="0"], button, input')]
              .filter(e => e.checkVisibility());
            return [all.indexOf(e), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0]; }"""
        )
        if state[0] < 0 or (order and state[0] <= order[-1]):
            break
        order.append(state[0])
        assert state[1], f"no visible focus on element {state[0]}"
    assert len(order) > 15
    assert order == list(range(order[0], order[0] + len(order)))


def test_the_skip_link_comes_first_and_works(tab, bases):
    page = tab(bases["disk"] + "battle.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


# ---------------------------------------------------------------- what readers do


def test_text_is_the_same_without_scripts(tab, bases, pages):
    for name in pages:
        with_scripts = tab(bases["disk"] + name).inner_text("main")
        without = tab(bases["disk"] + name, java_script_enabled=False).inner_text("main")
        assert with_scripts == without, name


def test_a_copied_paragraph_has_the_gap_and_no_furniture(tab, bases):
    page = tab(bases["root"] + "battle.html", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(
        """() => { const p = document.getElementById('gap-1').closest('p'), range = document.createRange();
        range.selectNodeContents(p); const s = getSelection(); s.removeAllRanges(); s.addRange(range);
        document.execCommand('copy'); }"""
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"a convoy of Army reinforcements arrived {LABEL}, it was reported" in copied
    assert copied.startswith("The opposition group SOHR")
    assert copied.endswith("halted.")


def test_an_address_leads_to_its_words(tab, bases):
    page = tab(bases["disk"] + "battle.html#w248")
    assert page.locator(":target").count() == 1
    assert page.locator(":target").evaluate("e => e.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("options", [{}, {"scheme": "dark"}, {"forced_colors": "active"}])
def test_the_sentence_that_a_link_leads_to_can_be_seen(tab, bases, options):
    for address, words in (("battle.html#w87", "On 8 February"), ("source.html#w178", "The opposition group")):
        page = tab(bases["disk"] + address, **options)
        target = page.locator(":target")
        assert words in target.inner_text()
        look = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).outlineStyle]"
        ground, outline = target.evaluate(look)
        assert outline == "solid" if "forced_colors" in options else ground != "rgba(0, 0, 0, 0)"


def test_what_is_known_of_a_gap_stands_beside_it_and_is_not_copied(tab, bases):
    page = tab(bases["root"] + "battle.html", permissions=["clipboard-read", "clipboard-write"])
    note = "getComputedStyle(document.getElementById('gap-1'), '::after').content"
    assert page.evaluate(note) == "none"
    page.hover("#gap-1")
    assert page.evaluate(note).startswith('"Gap 1 of 2: about 10 words; according to this site removed by')
    page.evaluate("getSelection().selectAllChildren(document.querySelector('main'))")
    page.evaluate("document.execCommand('copy')")
    assert "removed by" not in page.evaluate("navigator.clipboard.readText()")


def test_a_citation_is_copied_with_its_button_and_selected_without(tab, bases):
    page = tab(bases["root"] + "battle.html", permissions=["clipboard-read", "clipboard-write"])
    page.locator("summary").click()
    page.get_by_role("button", name="Copy: Chicago").click()
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "Wikipedia contributors. “Battle.” Battle of Safira."
    )
    assert page.get_by_text("Copied").is_visible()
    page = tab(bases["disk"] + "battle.html", java_script_enabled=False)
    page.locator("summary").click()
    assert page.get_by_role("button").count() == 0
    assert page.locator(".citation").first.evaluate("e => getComputedStyle(e).userSelect") == "all"


def test_what_one_presses_is_large_enough(tab, bases, pages):
    for name in pages:
        page = tab(bases["disk"] + name, 390)
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, input, summary, nav a, .where a, .kinds a')].filter(e => {
            const r = (e.closest('label') ?? e).getBoundingClientRect();
            return r.width && (r.height < 24 || r.width < 24); })
            .map(e => e.outerHTML.slice(0, 90))"""
        )
        assert small == [], name
        page.context.close()


def test_the_printed_edition_is_short(tab, bases, tmp_path):
    from pypdf import PdfReader

    tab(bases["disk"] + "edition.html").pdf(path=tmp_path / "edition.pdf", prefer_css_page_size=True, format="A4")
    assert len(PdfReader(tmp_path / "edition.pdf").pages) <= 6


def test_the_printed_edition_has_every_gap_and_address(tab, bases, site, tmp_path):
    from pypdf import PdfReader

    page = tab(bases["disk"] + "edition.html")
    wanted = page.evaluate("[...document.querySelectorAll('.chapter .address')].map(e => e.textContent.trim())")
    page.pdf(path=tmp_path / "edition.pdf")
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(tmp_path / "edition.pdf").pages)
    assert len(wanted) >= 8
    assert [number for number in wanted if number not in text] == []
    assert text.count(LABEL) >= 2
    assert "CC BY-SA 3.0" in text


def test_the_edition_needs_no_other_file(tab, site, tmp_path):
    alone = tmp_path / "edition.html"
    alone.write_bytes((site / "edition.html").read_bytes())
    page = tab(alone.as_uri())
    assert page.asked == [alone.as_uri()]
    assert page.heard == []
    assert page.evaluate("document.images.length === [...document.images].filter(i => i.naturalWidth).length")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_screenshots_for_people(tab, bases, pages, scheme):
    SHOTS.mkdir(exist_ok=True)
    for name in pages:
        for width in (390, 1280):
            page = tab(bases["disk"] + name, width, scheme)
            page.screenshot(path=SHOTS / f"{Path(name).stem}-{width}-{scheme}.png", full_page=True)
            page.context.close()
