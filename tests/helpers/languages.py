"""The languages that gapmark has, as templates and drawings get them."""

from gapmark.language.phrases import Language
from gapmark.language.plurals import plural_category
from gapmark.project.phrases import default_phrases


def speak(code="en", text="", **own):
    """The language `code`, for a text in the language `text`; `own` are phrases that differ, with `__` for a dot."""
    return Language(code, default_phrases(code) | {key.replace("__", "."): own[key] for key in own}, text)


ENGLISH = speak()
ARABIC = speak("ar", "en")


def categories_of(language, category=plural_category):
    """The categories that the whole numbers of a language fall into."""
    return {category(language, n) for n in (*range(200), 1_000_000)}
