"""The timeline, drawn as SVG.

In: events with their spans. Out: one drawing. Knows nothing of the edition.
"""
