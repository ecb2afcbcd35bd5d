"""Less noise without smear: each place is averaged over time while it stands still, and shown as it is the moment it moves.

A recursive mean would drag a bright ghost behind a moving lesion. Motion is told on a grid so coarse that noise hardly reaches it: where a cell
differs from its own mean by more than a few of its standard deviations, that cell begins anew.
"""

from __future__ import annotations

import cv2
import numpy as np

from algorithms.fluorescence.model import Image, Raw

CELL_PX = 8
SHARE = 0.25  # of a new frame in the mean: noise falls to sqrt(0.25 / 1.75) = 0.38 of it
MOVED = 4.5  # standard deviations of a cell's difference


class Steady:
    """A running picture of frames of one shape; its buffers are its own, so one thread uses it."""

    def __init__(self, rows: int, columns: int) -> None:
        self._mean = np.empty((rows, columns), np.float32)
        self._cells = (max(1, columns // CELL_PX), max(1, rows // CELL_PX))
        self._begun = False

    def add(self, frame: Raw | Image) -> Image:
        """The frame with what stands still averaged; valid until the next frame."""
        if not self._begun:
            self._mean[:], self._begun = frame, True
            return self._mean
        moved = self._moved(frame)
        cv2.accumulateWeighted(frame, self._mean, SHARE)
        if moved is not None:
            fresh = cv2.resize(moved, (frame.shape[1], frame.shape[0]), interpolation=cv2.INTER_NEAREST)
            cv2.copyTo(frame.astype(np.float32) if frame.dtype != np.float32 else frame, fresh, self._mean)
        return self._mean

    def _moved(self, frame: Raw | Image) -> Raw | None:
        """The cells that changed beyond their noise, one cell wider; None where none did. The noise is that of the picture itself, robustly."""
        new = np.asarray(cv2.resize(frame, self._cells, interpolation=cv2.INTER_AREA), dtype=np.float32)
        old = cv2.resize(self._mean, self._cells, interpolation=cv2.INTER_AREA)
        difference = np.abs(new - old)
        # Photons: the spread grows with the root of the light, so cells are compared after taking that out.
        root = np.sqrt(np.maximum(new, 1.0))
        spread = max(1.4826 * float(np.median(difference / root)), 1e-3)
        moved = np.asarray(difference > MOVED * spread * root, dtype=np.uint8)
        return np.asarray(cv2.dilate(moved, np.ones((3, 3), np.uint8))) if moved.any() else None
