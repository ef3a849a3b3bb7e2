"""The map, drawn as SVG: `draw_map.py` draws it, `frame.py` chooses what part of the world it shows.

In: places with their names, the atlas, a language. Out: one drawing. Knows nothing of the edition.
"""
