"""A correction by hand while it lasts: the outline under the brush, its strokes, and its margin."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import numpy as np

from algorithms.petct.analysis import Analysis
from algorithms.petct.hand import MOST_STROKES, Stroke, stroke, undo
from algorithms.petct.margin import Margin
from algorithms.petct.model import Mask
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_answer import CUT_OFF
from console.acquisition.petct_files import edited_dicom
from console.acquisition.petct_kept import Kept, measured, redrawn, written
from console.acquisition.petct_pictures import slices_png
from console.cases.petct_log import Files
from console.views.petct_showing import array_mm


class Hand:
    """`tumour` is a copy: the answer that is corrected stays as it is."""

    def __init__(self, kept: Kept, tumour: Mask) -> None:
        self._kept, self._original = kept, tumour
        self.tumour = tumour.copy()
        self.margin = _judged(kept.answer.margin)
        self._strokes: list[list[Stroke]] = []
        self._down = False

    @property
    def before(self) -> Analysis:
        """The answer that is corrected."""
        return self._kept.answer

    @property
    def changed(self) -> int:
        """Voxels that differ from what the models drew."""
        return int(np.count_nonzero(self.tumour != self._original))

    @property
    def strokes(self) -> int:
        """How many can be undone."""
        return len(self._strokes)

    def stroke(self, places: list[tuple[float, float, float]], radius_mm: float, *, paint: bool) -> None:
        """Along upright places; everything until the finger leaves is one stroke."""
        volumes, answer = self._kept.volumes, self._kept.answer
        path = [array_mm(volumes, place) for place in places]
        if not self._down:
            self._down = True
            self._strokes = [*self._strokes[1 - MOST_STROKES :], []]
        self._strokes[-1].append(stroke(self.tumour, answer.specimen, path, radius_mm, answer.spacing_mm, paint=paint))

    def measure(self) -> None:
        """The finger left: the margin as it is now."""
        self._down = False
        self.margin = _judged(measured(self.tumour, self._kept.answer, self._kept.directions))

    def undo(self) -> None:
        """Take the last stroke back."""
        for one in reversed(self._strokes.pop() if self._strokes else []):
            undo(self.tumour, one)
        self.measure()

    def finished(self, models: bytes, editor: str, made_at: datetime, *, simulated: bool) -> tuple[Kept, Files]:
        """The corrected answer and its files; `models` and `editor` as for `edited_dicom`. Takes seconds: not on a screen's thread."""
        kept = replace(self._kept, answer=redrawn(self._kept, self.tumour))
        words = f"{'SIMULATED. ' if simulated else ''}Outline edited by hand. Research use only."
        dicom = edited_dicom(kept, models, editor, made_at, simulated=simulated)
        return kept, Files(tumour=dicom, kept=written(kept), pictures=slices_png(kept, words), models=models)


def _judged(margin: Margin | Indeterminate) -> Margin | Indeterminate:
    """A margin where the scan ends is none."""
    return Indeterminate(CUT_OFF) if isinstance(margin, Margin) and margin.cut_off else margin
