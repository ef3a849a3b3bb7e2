"""The forms of a source: how its text becomes a `Document`, and what is checked and said of it.

In: a `Source`. Out: a `Document`, and warnings about it. Knows no page, no disk, no mark-up but the signs of a Markdown
source.
"""
