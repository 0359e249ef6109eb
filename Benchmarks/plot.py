"""Line charts as SVG: small panels side by side, costs upwards from zero."""
import math
from typing import NamedTuple

WIDTH, HEIGHT, MARGIN = 420, 240, 44


class Panel(NamedTuple):
    title: str
    points: list  # (what stands below, how high), evenly spaced


def drawing(panels, columns=2):
    """One SVG document with all panels."""
    rows = math.ceil(len(panels) / columns)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns * WIDTH} {rows * HEIGHT}" font-family="sans-serif" font-size="11">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for n, panel in enumerate(panels):
        parts += [f'<g transform="translate({n % columns * WIDTH},{n // columns * HEIGHT})">', *chart(panel), "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"


def chart(panel):
    """The elements of one panel: its title, a line with a dot and a value for each point, and what stands below each."""
    left, right, top, bottom = MARGIN, WIDTH - MARGIN, MARGIN, HEIGHT - MARGIN
    step = (right - left) / max(1, len(panel.points) - 1)
    highest = max(height for _, height in panel.points)
    places = [(left + n * step, bottom - height / highest * (bottom - top)) for n, (_, height) in enumerate(panel.points)]
    yield f'<text x="{left}" y="20" font-size="12" font-weight="bold">{panel.title}</text>'
    yield f'<path d="M{left} {top}V{bottom}H{right}" fill="none" stroke="#999"/>'
    yield f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}" fill="none" stroke="#1f5fa8" stroke-width="2"/>'
    for (x, y), (below, height) in zip(places, panel.points):
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#1f5fa8"/>'
        yield f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{height:.0f}</text>'
        yield f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{short(below)}</text>'


def short(number):
    """1,000 as `1 k`, 10,000,000 as `10 M`; to the nearest of these."""
    for size, letter in ((1_000_000, " M"), (1_000, " k")):
        if number >= size * 0.9995:
            return f"{number / size:.0f}{letter}"
    return f"{number}"
