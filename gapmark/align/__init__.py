"""Aligns two rows of words: which words are the same, moved, or new. In: words with a key. Out: spans.
Knows neither the source nor Markdown."""
