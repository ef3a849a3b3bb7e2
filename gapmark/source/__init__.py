"""What was received: tokens, gaps, sections, cleaning.

In: the source's text. Out: a `Document`. Knows no page, no disk, no mark-up.
"""
