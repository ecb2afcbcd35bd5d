"""A signed fluorescence check as its screen had it, from the frames that were kept: to compare with after a restart, and to show again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from algorithms.fluorescence.model import CameraState
from console.acquisition.checking import Judged, Subject, Taken, Target
from console.cases.fluorescence_again import checked_again
from console.cases.fluorescence_log import Checked
from console.cases.inputs import Inputs
from console.cases.model import Reading
from console.frames.kept import Kept


@dataclass(frozen=True, slots=True, eq=False)
class Signed:
    """One reading, and the check behind it judged again from its own frames."""

    reading: Reading
    judged: Judged


def signed_check(reading: Reading, asset: Callable[[str], bytes]) -> Signed:
    """Judge it again, seconds at most; `asset` gives the content of a file of the case by its SHA-256."""
    checked, _ = checked_again(Inputs(reading, reading, (), asset, Path()))
    known = dict(reading.provenance.parameters)
    state = CameraState(_number(known, "exposure ms"), _number(known, "gain dB"), _number(known, "distance mm"), known.get("flip"))
    target = Target(Subject(checked.subject), checked.specimen_id, checked.face)
    return Signed(reading, Judged(target, _taken(checked, state, known["calibration"]), checked.finding, 0.0))


def _taken(checked: Checked, state: CameraState, sha256: str) -> Taken:
    calibration = checked.calibration
    kept = Kept(calibration, state, None, checked.simulated, sha256) if calibration is not None else None
    outline = checked.cavity if checked.restricted else None
    return Taken(tuple(checked.frames), tuple(checked.ambients), kept, state, checked.device, checked.simulated, outline)


def _number(known: dict[str, str], name: str) -> float | None:
    return float(known[name]) if name in known else None
