"""How large things are: the design is drawn at 1920×1080, grows with the window, and never lets a target fall under 20 mm of real screen."""

from __future__ import annotations

from dataclasses import dataclass

DESIGN_WIDTH, DESIGN_HEIGHT = 1920, 1080
TARGET_MM, GAP_MM = 20.0, 3.0
PLAUSIBLE_DPI = (60.0, 400.0)  # outside it the screen lies about its size (projectors, virtual machines)


@dataclass(frozen=True, slots=True)
class Scale:
    """Converts design pixels and millimetres into this window's pixels."""

    unit: float
    px_per_mm: float

    @classmethod
    def of(cls, width: int, height: int, dots_per_inch: float) -> Scale:
        """For a window of this size on a screen of this density; an implausible density counts as 96."""
        low, high = PLAUSIBLE_DPI
        dpi = dots_per_inch if low <= dots_per_inch <= high else 96.0
        return cls(min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT), dpi / 25.4)

    def px(self, design: float) -> int:
        """Design pixels in window pixels."""
        return max(1, round(design * self.unit))

    @property
    def target(self) -> int:
        """The least width and height of anything tapped during surgery."""
        return round(TARGET_MM * self.px_per_mm)

    @property
    def gap(self) -> int:
        """The least distance between two such things."""
        return round(GAP_MM * self.px_per_mm)

    @property
    def finger(self) -> int:
        """How large a target is drawn: as designed, and never under `target`."""
        return max(self.target, self.px(76))

    @property
    def space(self) -> int:
        """How far apart two targets are drawn: as designed, and never under `gap`."""
        return max(self.gap, self.px(11))
