"""The pages to print: read back from the shipped PDF itself, drawn as a camera would see them, and measured by the calibration."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import numpy as np
import pytest

from algorithms.fluorescence.geometry import gauge_charuco, gauge_checkerboard
from console.resources import assets

MM = 0.1
BOX = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f")


def drawn(name):
    """The page at 0.1 mm a pixel."""
    page = np.full((2970, 2100), 230, np.uint8)
    for box in BOX.findall((assets() / "boards" / name).read_bytes()):
        left, foot, width, height = (float(part) * 25.4 / 72 / MM for part in box)
        top = 2970 - foot - height
        page[round(top) : round(top + height), round(left) : round(left + width)] = 20
    return page


@pytest.mark.parametrize("name", ["checkerboard-5mm.pdf", "charuco-8mm.pdf"])
def test_a_printed_board_has_its_true_size(name):
    page = drawn(name)
    found = gauge_checkerboard(page, (9, 6), 5.0) if name.startswith("check") else gauge_charuco(page, (8, 5), 8.0, 6.0)
    assert found.mm_per_pixel == pytest.approx(MM, rel=2e-3)
    assert found.corners >= 28


def test_the_recipe_makes_what_is_shipped():
    path = assets() / "recipes" / "make_boards.py"
    spec = importlib.util.spec_from_file_location("make_boards", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = module.boards()
    assert {name: (Path(module.FOLDER) / name).read_bytes() for name in made} == made
