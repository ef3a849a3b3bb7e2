"""The locator map, drawn as SVG.

In: points with names, and the atlas. Out: one drawing. Knows nothing of the edition.
"""
