"""Dates: what they are, how they are written, read, found in English prose, and put in order.

In: a notation, or a text. Out: dates. Knows nothing of an editor's lists or of proofs, and prints nothing.
"""
