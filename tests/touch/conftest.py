"""The display that the touch tests of one file share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from hand import display


@pytest.fixture(scope="module")
def screen():
    with display() as name:
        yield name
