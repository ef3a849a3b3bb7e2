"""How long maps take and how much they weigh. By hand: `python -m tests.bench_locator`."""

import gzip
import sys
from importlib.resources import files
from timeit import repeat

from tests.test_site_locator import PLACES

from gapmark.map.atlas import parse_cells
from gapmark.map.frame import bounds_of, fit_view
from gapmark.map.locator import draw_locator


def main() -> None:
    """One line for each set of places: milliseconds to parse the cells and to draw, bytes plain and compressed."""
    atlas = files("gapmark").joinpath("defaults/atlas/atlas.txt").read_bytes()
    for name, points in PLACES.items():
        view = fit_view(points, 480, 360)
        bounds = bounds_of(view)
        parse = min(repeat(lambda b=bounds, v=view: parse_cells(atlas, b, v.kilometres_across), number=1, repeat=7))
        draw = min(repeat(lambda p=points: draw_locator(p, atlas), number=1, repeat=7))
        svg = draw_locator(points, atlas).svg.encode()
        times = f"parse {parse * 1000:5.1f} ms  draw {draw * 1000:6.1f} ms"
        figures = f"{times}  {len(svg):6} B  {len(gzip.compress(svg)):5} B gz"
        sys.stdout.write(f"{name:18} {figures}  {view.kilometres_across:6.0f} km\n")


if __name__ == "__main__":
    main()
