"""The timeline, drawn as SVG by `draw_timeline.py`.

In: events with their days, a language. Out: one drawing. Knows nothing of the edition.
"""
