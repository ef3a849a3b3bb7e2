"""What a user meets who got something wrong: one message with its place and the next step, and the old site whole.

Cases that have a folder in tests/codes/ are not repeated here.
"""

import os

import pytest
from helpers.on_disk import link, tree

from gapmark.project.files import MANIFEST

PAGE, SITE, SOURCE = "content/battle.md", "content/site.yaml", "content/source/1.txt"
FIGURE = "- {file: a.png, credit: A, licence: B, licence_url: 'http://['}\n"
WITNESS = "- {gap: 1, words: a, witness: {title: T, address: 'http://[', revision: r}, editor: E, date: 2024}\n"
MANY = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(99))


def added(path, text):
    def change(root):
        (root / path).parent.mkdir(exist_ok=True)
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def put(path, data):
    def change(root):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(data if isinstance(data, bytes) else data.encode())

    return change


def piped(path):
    def change(root):
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system makes no pipes in folders")
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return change


def folder(path):
    def change(root):
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir()

    return change


def linked(path, target):
    def change(root):
        (root / path).unlink()
        link(root / path, target)

    return change


def template(text):
    return put("templates/page.html", text)


YAML = {
    "a quotation mark never closed": (added(SITE, 'editor: "A\n'), f"{SITE}:4:9: error C001", "not closed on its line"),
    "one closed further down": (
        put(SITE, 'title: "A\nsource: {id: "1"}\n'),
        f"{SITE}:1:8: error C001",
        "is not closed on its line",
    ),
    "a tab": (added(SITE, "\teditor: A\n"), f"{SITE}:4:1: error C001", "a tab stands where only spaces can"),
    "an unknown key": (added(SITE, "edtor: A\n"), f"{SITE}:4:1: error C001", 'did you mean "editor"?'),
    "a key twice": (added(SITE, "title: A\n"), f"{SITE}:4:1: error C001", "the first is on line 1"),
    "the wrong type": (added(SITE, "editor: [A]\n"), f"{SITE}:4:1: error C001", "editor is a list, not text"),
    "fields.yaml is a word": (
        put("content/fields.yaml", "ships\n"),
        "content/fields.yaml:1:1: error X006",
        "begin each entry with a hyphen and a space",
    ),
    "no address of a site": (added(SITE, "base_url: 'http://['\n"), f"{SITE}:4:1: error C001", "not a web address"),
    "no address of a link": (added(PAGE, "\n\n[x](http://[)\n"), f"{PAGE}:9:5: error L002", "is no address"),
    "no address of a witness": (put("content/gaps.yaml", WITNESS), "content/gaps.yaml:1:3: error G010", "G012"),
    "no address of a licence": (
        put("content/figures.yaml", FIGURE),
        "content/figures.yaml:1:40: error P020",
        "not a web address",
    ),
    "an object of Python's": (
        added(SITE, "editor: !!python/object/apply:os.system [exit]\n"),
        f"{SITE}:4:9: error C001",
        "is a tag",
    ),
    "aliases that explode": (
        put("content/facts.yaml", MANY),
        "content/facts.yaml:2:10: error X007",
        "a value that refers to another (*)",
    ),
    "10,000 levels": (
        put("content/facts.yaml", "date: " + "[" * 10_000),
        "content/facts.yaml:1:28: error X007",
        "nested too deep",
    ),
}
FILES = {
    **{
        f"a pipe: {path}": (piped(path), f"{path}: error {code}", "is a pipe or a device, not a file")
        for path, code in (
            *((PAGE, "O005"), (SITE, "C001"), (SOURCE, "O005"), ("content/facts.yaml", "O005")),
            *(("content/figures/a.png", "O005"), ("static/a.txt", "O005"), ("templates/page.html", "O005")),
        )
    },
    **{
        f"a folder: {path}": (folder(path), f"{path}: error {code}", "is a folder, not a file")
        for path, code in ((PAGE, "O005"), (SITE, "C001"), (SOURCE, "O005"), ("content/facts.yaml", "O005"))
    },
    "a link out": (linked(PAGE, "/etc/hostname"), f"{PAGE}: error O006", "put the file itself here"),
    "a link to itself": (linked(PAGE, "battle.md"), f"{PAGE}: error O006", "put the file itself here"),
    "a header and nothing else": (put(SOURCE, "@@1 \r\n"), f"{SOURCE}: error S002", "put the received text there"),
    "a list of files with a NUL": (
        added("_site/gapmark-manifest.txt", "a\0b\n"),
        "_site/gapmark-manifest.txt: error O003",
        "delete it",
    ),
    "names in other cases": (put("content/Battle.md", "x"), "content/Battle.md: error P002", "lower-case letters"),
    "static names in other cases": (
        lambda root: [put(f"static/{name}", "x")(root) for name in ("a.txt", "A.txt")],
        "static/a.txt: error O007",
        "static/A.txt and static/a.txt",
    ),
    "names in other Unicode forms": (
        lambda root: [put(f"static/{name}.txt", "x")(root) for name in ("\u00e9", "e\u0301")],
        "static/\u00e9.txt: error O007",
        "rename or remove one of the two",
    ),
}
TEMPLATES = {
    "a page of 4 GB": (
        template("{% for a in range(99_999) %}{{ 'x' * 1000 }}{% endfor %}"),
        "templates/page.html: error T003",
        "the page grows beyond 50 MB",
    ),
    "a loop for ever that prints nothing": (
        template("\n{% for a in range(99_999) %}{% endfor %}"),
        "templates/page.html:2: error T003",
        "the loops and macros of the page go round more than 60,000 times",
    ),
    "a template in itself": (
        template("\n{% include 'page.html' %}"),
        "templates/page.html:2: error T003",
        "the template includes, extends or calls itself without end",
    ),
    "the least of nothing": (template("\n{{ [] | min }}"), "templates/page.html:2: error T003", "sequence was empty"),
    "an undefined name": (template("\n{{ x.y }}"), "templates/page.html:2: error T003", "'x' is undefined"),
    "an include that is missing": (
        template("{% include 'foooter.html' %}"),
        "templates/page.html:1: error T001",
        "there is no template templates/foooter.html",
    ),
}
CASES = YAML | FILES | TEMPLATES


@pytest.mark.parametrize(("change", "place", "words"), CASES.values(), ids=CASES)
def test_one_message(project, gapmark, monkeypatch, change, place, words):
    monkeypatch.setattr("gapmark.render.guards.MOST_ROUNDS", 60_000)  # which take less time
    put("_site/index.html", "the old site")(project)
    put(f"_site/{MANIFEST}", "index.html\n")(project)
    change(project)
    before = tree(project / "_site")
    code, out, err = gapmark()
    assert code == (2 if "error C" in place else 3)
    assert out == ""
    assert place in err
    assert words in err
    assert err.count(": error ") == 1 + ("G012" in words)
    assert tree(project / "_site") == before


def test_a_content_folder_that_cannot_be_read(project, gapmark, monkeypatch):
    """As the system answers whom it does not let in."""

    def refused(call):
        def answer(path, *rest, **options):
            if "content" in os.fspath(path):
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return call(path, *rest, **options)

        return answer

    for name in ("stat", "listdir", "scandir"):
        monkeypatch.setattr(os, name, refused(getattr(os, name)))
    code, _, err = gapmark()
    assert (code, err.splitlines()[0]) == (3, "content: error O005: can't be read: Permission denied")


@pytest.mark.parametrize("command", [["import", "x.txt"], ["clean", "x.txt"], ["new", "p", "--from", "x.txt"]])
def test_a_text_that_is_a_pipe(project, gapmark, command):
    piped("x.txt")(project)
    code, _, err = gapmark(*command)
    assert (code, err.splitlines()[0]) == (3, "x.txt: error O005: is a pipe or a device, not a file")


@pytest.mark.parametrize("command", [["import", "x.txt"], ["new", "p", "--from", "x.txt"]])
def test_a_text_that_is_a_header_only(project, gapmark, command):
    put("x.txt", "@@1")(project)
    code, _, err = gapmark(*command)
    assert (code, err.splitlines()[0]) == (3, "x.txt: error S002: holds no text")
