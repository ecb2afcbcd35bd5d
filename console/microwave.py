"""The microwave modality: its record, and its part of the demo case, scanned by simulated instruments through the same acquisition as the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from algorithms.faces import Face
from algorithms.microwave.analysis import analyse_scan
from algorithms.microwave.model import VERSION, Grid
from algorithms.specimen.shape import Drape
from console.acquisition.imported import Judged, judge_again, judge_file
from console.acquisition.readings_file import ReadingsFile, Rows, ScanPlan, Subject
from console.acquisition.scan import ScanRun, ScanState, both
from console.cases import microwave_log as log
from console.cases.inputs import Inputs, Recomputed
from console.cases.model import CaseFile, Session, new_id
from console.cases.service import CaseService
from console.cases.specimen_log import main_specimen
from console.modality import Modality
from console.views.microwave import MicrowaveView
from console.views.microwave_picture import picture_of
from console.widgets.depth_colours import depth_pixels
from console.widgets.depth_map import DEEPEST_MM
from devices.simulated.operation import FIELD_MM, Operation
from devices.simulated.scanner import FINER, SimulatedScanner, SimulatedTable
from devices.vna import SweepPlan

DEMO_PLAN = ScanPlan(Grid(32, 32, FIELD_MM, FIELD_MM), SweepPlan(points=41, bandwidth_hz=1e4), settling=0.0)
DEMO_SHARE = 0.25
LONGEST_S = 120.0


def rehearse_microwave(service: CaseService, session: Session, file: CaseFile, operation: Operation) -> None:
    """A reference, half of the patterns of one face, stop, and sign. The simulated silicon settles at once: the demo does not wait for carriers."""
    folder = service.ledger.home / "scans"
    specimen, nearest = main_specimen(file), Face(operation.face)
    on_table = operation.phantom(operation.face, DEMO_PLAN.grid.rows, DEMO_PLAN.grid.columns, FINER)  # made now: no instrument waits for it
    scanner = SimulatedScanner(table=SimulatedTable(lambda _specimen, _rows, _columns: on_table), sleep=lambda _s: None)
    try:
        reference = _scanned(scanner, folder, Subject(new_id()), None)
        face = _scanned(scanner, folder, Subject(new_id(), file.case.id, specimen.id, nearest.value), reference.rows[: reference.shown])
    finally:
        scanner.close()
    try:
        judged = judge_file(face.path, face.device)
        source = log.Source(face.path, judged.sha256, face.device, face.simulated, face.shown, face.plan.patterns)
        log.sign(service, session, file, specimen.id, nearest, judged.analysis, source)
    finally:
        for path in (reference.path, face.path):
            path.unlink(missing_ok=True)


def _scanned(scanner: SimulatedScanner, folder: Path, subject: Subject, reference: Rows | None) -> ReadingsFile:
    path = folder / f"{'reference' if subject.is_reference else 'scan'}-{subject.scan_id}.h5"
    file = ReadingsFile(path, DEMO_PLAN, subject, reference, scanner.identify().name, simulated=True)
    run: list[ScanRun] = []
    enough = _stop_at(file, run)
    run.append(ScanRun(file, lambda: both(scanner, None), enough))
    run[0].start()
    if not run[0].wait(LONGEST_S) or run[0].progress.state is ScanState.PAUSED:
        run[0].stop()
    return file


def _stop_at(file: ReadingsFile, run: list[ScanRun]) -> Callable[[], None]:
    """Stop the scan, from its own thread, once enough was shown; a pause ends it too, since nobody is there to resume."""
    least = round(DEMO_SHARE * file.plan.patterns)

    def look() -> None:
        if file.shown >= least or run[0].progress.state is ScanState.PAUSED:
            run[0].end()

    return look


def recompute_microwave(inputs: Inputs) -> Recomputed:
    """The values anew from the sealed scan. Its plain copy, which names nobody, is gone when this returns."""
    found = judged_again(inputs)
    return Recomputed(log.values(found.analysis, log.face_of(inputs.reading)), found.sha256, VERSION)


def drape_microwave(inputs: Inputs) -> tuple[Drape, ...]:
    """The depth map of a face, in the colours of its own screen; what was masked is left out."""
    picture = picture_of(judged_again(inputs))
    colours = depth_pixels(picture.depth_mm, picture.masked, picture.bare, DEEPEST_MM)
    seen = np.where(picture.masked, 0, 255).astype(np.uint8)
    return (Drape(log.face_of(inputs.reading), np.dstack([colours, seen]), *picture.field_mm, log.TITLE),)


def judged_again(inputs: Inputs) -> Judged:
    """A signed scan, analysed again."""
    return judge_again(inputs.asset(inputs.reading.assets[0]), inputs.folder, inputs.reading.provenance.device)


MICROWAVE = Modality(
    key=log.MODALITY,
    title="Microwave",
    icon="microwave",
    devices=("vna", "projector"),
    screen=MicrowaveView,
    analyse=analyse_scan,
    evidence=log.evidence,
    rehearse=rehearse_microwave,
    command="microwave",
    rows=log.rows,
    recompute=recompute_microwave,
    drape=drape_microwave,
)
