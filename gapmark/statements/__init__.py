"""Facts, events and places with their proof.

In: the editor's lists and the record. Out: `Statements`. Knows nothing of how they are drawn or printed.
"""
