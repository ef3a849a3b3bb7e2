"""The words of the interface: phrases, plurals, directions, dates in words.

In: the phrases of a language. Out: text for people. Knows dates and nothing else of the edition.
"""
