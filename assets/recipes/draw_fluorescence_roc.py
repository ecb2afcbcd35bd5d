"""Draws docs/fluorescence-roc.svg: how often a target is found against how often nothing is called something, as the threshold moves.

`python assets/recipes/draw_fluorescence_roc.py [SCENES]`; 300 scenes of each kind take about two minutes on one core.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from fluorescence_scenes import NEAR_MM, Exposed, Target, expose  # noqa: E402

from algorithms.fluorescence.correction import correct, prepare  # noqa: E402
from algorithms.fluorescence.evidence import weigh  # noqa: E402
from algorithms.fluorescence.residual import register  # noqa: E402

FIRST_SEED = 500_000
WIDTH, HEIGHT, LEFT, TOP, SIDE = 860, 340, 50, 30, 230
INKS = {"this check": "#0f6fb5", "signal to background alone": "#b5560f"}


def strengths(exposed: Exposed, target: Target) -> dict[str, float]:
    """The strongest place near the target, or anywhere where there is none: 1 is this check's threshold; and its signal to background."""
    bench = prepare(exposed.calibration)
    stack = register([correct(frame, bench) for frame in exposed.frames])
    light, count = stack.light, len(stack.frames)
    found = weigh(stack.mean, light.weight, light.variance / np.float32(count - 2 * (count // 5)), light.mm_per_pixel, count)
    ours = np.max(
        [
            np.minimum(band.contrast / found.least_contrast(number), band.contrast / (spread * found.least_z(number)))
            for number, (band, spread) in enumerate(zip(found.bands, found.spreads, strict=True))
        ],
        axis=0,
    )
    ratio = stack.mean / found.background
    rows, columns = np.indices(ours.shape) * light.mm_per_pixel
    near = np.hypot(columns - exposed.place_mm[0], rows - exposed.place_mm[1]) < NEAR_MM
    near = near if target is not Target.NONE else np.ones_like(near)
    return {"this check": float(ours[near].max()), "signal to background alone": float(ratio[near].max())}


def curve(nothing: npt.NDArray[np.float64], something: npt.NDArray[np.float64]) -> str:
    """The points of one curve, as SVG has them."""
    thresholds = np.unique(np.concatenate([nothing, something, [-np.inf, np.inf]]))
    alarms = (nothing[None, :] >= thresholds[:, None]).mean(axis=1)
    hits = (something[None, :] >= thresholds[:, None]).mean(axis=1)
    return " ".join(f"{LEFT + SIDE * alarm:.1f},{TOP + SIDE * (1 - hit):.1f}" for alarm, hit in zip(alarms, hits, strict=True))


def main(scenes: int) -> None:
    """Measure, draw, write."""
    measured = {target: [strengths(expose(FIRST_SEED + number, target), target) for number in range(scenes)] for target in Target}
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="12">']
    parts.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>')
    for place, target in enumerate([target for target in Target if target is not Target.NONE]):
        parts.append(f'<g transform="translate({place * 280} 0)"><text x="{LEFT}" y="20">{target.value}</text>')
        parts.append(f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>')
        for name, ink in INKS.items():
            points = curve(*(np.array([one[name] for one in measured[kind]]) for kind in (Target.NONE, target)))
            parts.append(f'<polyline points="{points}" fill="none" stroke="{ink}" stroke-width="2"/>')
        parts.append(
            f'<text x="{LEFT + 60}" y="{TOP + SIDE + 16}">false alarms, share of checks</text><text x="{LEFT - 22}" y="{TOP + 10}">1</text>'
        )
        parts.append(f'<text transform="translate({LEFT - 10} {TOP + SIDE - 60}) rotate(-90)">found</text></g>')
    for place, (name, ink) in enumerate(INKS.items()):
        parts.append(f'<text x="{LEFT + 280 * place}" y="{HEIGHT - 20}" fill="{ink}">■ {name}</text>')
    parts.append(f'<text x="{LEFT + 560}" y="{HEIGHT - 20}">{scenes} simulated scenes of each kind</text></svg>')
    (ROOT / "docs" / "fluorescence-roc.svg").write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
