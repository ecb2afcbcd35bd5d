"""Turns pictures the way that the surgeon wants to see them, here and not in the camera, which would forget it when it reconnects."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from devices.camera import Flip, Rotation

_FLIPS = {Flip.HORIZONTAL: 1, Flip.VERTICAL: 0, Flip.BOTH: -1}
_TURNS = {Rotation.RIGHT: cv2.ROTATE_90_CLOCKWISE, Rotation.HALF: cv2.ROTATE_180, Rotation.LEFT: cv2.ROTATE_90_COUNTERCLOCKWISE}


def oriented(pixels: npt.NDArray[Any], flip: Flip, rotation: Rotation) -> npt.NDArray[Any]:
    """The picture mirrored, then turned clockwise; the same array where there is nothing to do."""
    found = pixels if flip is Flip.NONE else np.asarray(cv2.flip(pixels, _FLIPS[flip]))
    return found if rotation is Rotation.NONE else np.asarray(cv2.rotate(found, _TURNS[rotation]))
