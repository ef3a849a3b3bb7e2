"""How long maps take and how much they weigh. By hand: `python tests/bench/map.py`."""

import gzip
import sys
from pathlib import Path
from timeit import repeat

sys.path.insert(0, str(Path(__file__).parent.parent))

from helpers.languages import ENGLISH
from helpers.map_places import ATLAS, PLACES

from gapmark.map.atlas import parse_cells
from gapmark.map.draw_map import draw_map
from gapmark.map.frame import bounds_of, choose_frame


def main() -> None:
    """One line for each set of places: milliseconds to parse the cells and to draw, bytes plain and compressed."""
    for name, places in PLACES.items():
        frame = choose_frame(places)
        across, bounds = frame.kilometres_across, bounds_of(frame)
        parse = min(repeat(lambda b=bounds, a=across: parse_cells(ATLAS, b, a), number=1, repeat=7))
        draw = min(repeat(lambda p=places: draw_map(p, ATLAS, ENGLISH), number=1, repeat=7))
        svg = draw_map(places, ATLAS, ENGLISH).svg.encode()
        times = f"parse {parse * 1000:5.1f} ms  draw {draw * 1000:6.1f} ms"
        sys.stdout.write(f"{name:18} {times}  {len(svg):6} B  {len(gzip.compress(svg)):5} B gz  {across:6.0f} km\n")


if __name__ == "__main__":
    main()
