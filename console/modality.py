"""What a modality is: everything the console must know of one kind of evidence, in one record.

Rail, dashboard, report, demo and tests loop over `console.modalities.MODALITIES`; a new modality is one more record there (CONTRIBUTING.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PyQt5.QtWidgets import QWidget

from algorithms.margins.model import Evidence
from algorithms.specimen.shape import Drape, Solid
from console.cases.inputs import Inputs, Recomputed
from console.cases.model import CaseFile, Reading, Session
from console.cases.service import CaseService
from console.widgets.room import Room
from devices.simulated.operation import Operation


@dataclass(frozen=True, slots=True)
class Modality:
    """One kind of evidence.

    `devices` names the settings that hold the addresses it needs. `screen` builds its view; None where it is logged on the Results screen.
    `analyse` is the pure function behind it; `evidence` turns one of its readings into a row of the dashboard. `rehearse` plays its part of the
    demo case, from one simulated specimen to signed reading, through the same service as the screen; None where the demo's day has no such result.
    `command` is its headless command, if it has one. `rows` makes the rows of several readings at once, where a reading is about one face only; None:
    one row a reading. `recompute` computes a reading again from its stored inputs, for `rimlight verify --recompute`. `drape` makes pictures of faces
    from a reading and `solid` the surface of the specimen, both for the three-dimensional view.

    A tap on the board shows a reading on the modality's screen: a screen that has `show_reading(reading, face)` is told which.
    """

    key: str
    title: str
    icon: str
    devices: tuple[str, ...]
    screen: Callable[[Room], QWidget] | None
    analyse: Callable[..., Any]
    evidence: Callable[[Reading], Evidence]
    rehearse: Callable[[CaseService, Session, CaseFile, Operation], None] | None
    command: str
    rows: Callable[[Sequence[Reading]], tuple[Evidence, ...]] | None = None
    recompute: Callable[[Inputs], Recomputed] | None = None
    drape: Callable[[Inputs], tuple[Drape, ...]] | None = None
    solid: Callable[[Inputs], Solid | None] | None = None
