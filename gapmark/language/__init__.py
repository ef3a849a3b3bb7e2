"""The words of the interface: phrases, plurals, directions; `print_dates.py` prints dates in words.

In: the phrases of a language. Out: text for people. Knows dates and nothing else of the edition.
"""
