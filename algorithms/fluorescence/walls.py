"""Where in the cavity something glows, as a surgeon says it: the hour on a clock face laid on the picture, and the wall behind that hour.

The camera looks into the cavity with the patient's head at the picture's upper edge; 12 o'clock is superior. Whether 3 o'clock is lateral or medial
depends on the breast: seen from the front, a left breast's lateral side lies at the right.
"""

from __future__ import annotations

import math

from algorithms.faces import Face

DEEP_SHARE = 0.3  # of the way from the middle to the rim: what glows there lies on the floor of the cavity


def hour_of(place: tuple[float, float], centre: tuple[float, float]) -> int:
    """1 to 12, of (row, column) seen from the centre."""
    angle = math.atan2(place[1] - centre[1], centre[0] - place[0])
    return round(angle / (2 * math.pi) * 12) % 12 or 12


def walls_of(place: tuple[float, float], centre: tuple[float, float], half: tuple[float, float], *, left_breast: bool) -> tuple[Face, ...]:
    """The wall, or the two walls between which it lies, the nearer one first; `half` are half of the cavity's height and width, pixels."""
    down, right = (place[0] - centre[0]) / half[0], (place[1] - centre[1]) / half[1]
    if math.hypot(down, right) < DEEP_SHARE:
        return (Face.POSTERIOR,)
    vertical = Face.INFERIOR if down > 0 else Face.SUPERIOR
    horizontal = Face.LATERAL if (right > 0) is left_breast else Face.MEDIAL
    first, second = (vertical, horizontal) if abs(down) >= abs(right) else (horizontal, vertical)
    share = min(abs(down), abs(right)) / max(abs(down), abs(right))
    return (first,) if share < math.tan(math.radians(22.5)) else (first, second)
