"""The fluorescence modalities: their records, and their part of the demo case, seen by a simulated camera and judged as on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from algorithms.faces import Face
from algorithms.fluorescence.live import LivePicture
from algorithms.fluorescence.model import Calibration, CameraState
from algorithms.fluorescence.residual import check_residual
from algorithms.specimen.shape import Drape
from console.acquisition.checking import FRAMES, Subject, Taken, Target, checked_of, judge
from console.acquisition.eye import grey_of, state_of
from console.acquisition.signed import signed_check
from console.cases import fluorescence_log as log
from console.cases import icg_log
from console.cases.fluorescence_again import recompute
from console.cases.icg_log import Field
from console.cases.inputs import Inputs
from console.cases.model import CaseFile, Session
from console.cases.service import CaseService
from console.cases.specimen_log import main_specimen
from console.frames.calibration import CalibrationFile
from console.frames.kept import Kept, in_memory
from console.modality import Modality
from console.views.live import LiveView
from console.views.residual import ResidualView
from console.views.residual_picture import glow_of
from devices.simulated.bench import calibrated
from devices.simulated.camera import SimulatedCamera
from devices.simulated.course import Change
from devices.simulated.operation import Operation
from devices.simulated.scene import Deposit, Scene

TISSUE = Scene(rows=360, columns=480, mm_per_pixel=0.24, texture=0.05, glints=6, vessels=3, deposits=())
# Six sites on a ring around a lesion that glows through the skin, as ICG is injected before the incision.
LESION = replace(TISSUE, deposits=(Deposit(0, 0, 2.0, 7.0, 4.0), *(Deposit(x, y, 1.0, 1.5, 7.0) for x, y in (
    (8.0, 0.0), (4.0, 6.9), (-4.0, 6.9), (-8.0, 0.0), (-4.0, -6.9), (4.0, -6.9)))))  # fmt: skip
CAVITY = replace(TISSUE, glints=12, seed=3)
# Of a left breast, seen from in front.
WALLS_MM = {"superior": (3.0, -19.0), "inferior": (3.0, 19.0), "medial": (-19.0, 3.0), "lateral": (19.0, 3.0)}
FACE = replace(TISSUE, rows=240, columns=320, seed=5)
SEED = 11
GIVEN = {
    Field.ALLERGY: icg_log.NO_ALLERGY, Field.POWDER: "25", Field.WATER: "10", Field.EACH: "0.2", Field.SITES: "6", Field.ROUTE: icg_log.ROUTES[0],
    Field.LOT: "SIM-0001", Field.EXPIRY: "122099",
}  # fmt: skip


def rehearse_lesion(service: CaseService, session: Session, file: CaseFile, _operation: Operation) -> None:
    """The demo's nurse logs the injection; the surgeon marks the lesion."""
    made = service.ledger.now() - timedelta(minutes=50)
    for field, value in {**GIVEN, Field.RECONSTITUTED: f"{made:%H%M}"}.items():
        service.add_entry(session, file.case.id, None, icg_log.FORM, field.value, value)
    icg_log.sign(service, session, service.case_file(session, file.case.id), service.ledger.now())
    _check(service, session, file, Target(Subject.LESION), LESION)


def rehearse_residual(service: CaseService, session: Session, file: CaseFile, operation: Operation) -> None:
    """After the excision: where the knife went through the tumour, the wall of the cavity glows, and the face of the specimen that lay there."""
    _check(service, session, file, Target(Subject.CAVITY), cavity_of(operation))
    specimen = main_specimen(file)
    for number, face in enumerate((Face.SUPERIOR, Face.INFERIOR, Face.MEDIAL, Face.LATERAL)):
        scene = replace(FACE, seed=FACE.seed + number, deposits=operation.deposits(face.value))
        _check(service, session, file, Target(Subject.SPECIMEN, specimen.id, face), scene)


def drape_fluorescence(inputs: Inputs) -> tuple[Drape, ...]:
    """What glows on a face of the specimen, in lime, its outline's middle on the middle of the face; a cavity's wall is no face of this solid."""
    if log.subject_of(inputs.reading) != log.SPECIMEN or (face := log.face_of(inputs.reading)) is None:
        return ()
    judged = signed_check(inputs.reading, inputs.asset).judged
    kept = judged.taken.kept
    if kept is None:
        return ()
    rgba, mm = glow_of(judged), kept.calibration.mm_per_pixel
    return (Drape(face, rgba, rgba.shape[1] * mm, rgba.shape[0] * mm, "Fluorescence"),)


def cavity_of(operation: Operation) -> Scene:
    """What is left behind glows at the wall from which the tumour was cut; the floor and the skin side are not in the picture."""
    left = WALLS_MM.get(operation.face) if operation.margin_mm <= 0 else None
    return replace(CAVITY, deposits=(Deposit(*left, 1.0, 3.0, 6.0),)) if left else CAVITY


def _check(service: CaseService, session: Session, file: CaseFile, target: Target, scene: Scene) -> None:
    judged = judge(target, _seen(scene))
    log.sign(service, session, service.case_file(session, file.case.id), checked_of(judged))


def _seen(scene: Scene) -> Taken:
    """Ten frames of it with their room light, breathing meanwhile; the clock is the demo's own, so nobody waits."""
    ticks = [0.0]
    camera = SimulatedCamera(
        scene=scene,
        seed=SEED,
        change=Change(),
        colour=False,
        clock=lambda: ticks[0],
        sleep=lambda seconds: ticks.__setitem__(0, ticks[0] + seconds),
    )
    kept = _kept(scene, camera.identify().name)
    camera.excite(on=False)
    ambient = camera.grab()
    camera.excite(on=True)
    frames = []
    for _ in range(FRAMES):
        frames.append(camera.grab())
        ticks[0] += 0.1
    name = camera.identify().name
    camera.close()
    ambients = (grey_of(ambient),) * FRAMES
    return Taken(tuple(grey_of(frame) for frame in frames), ambients, kept, state_of(frames[-1], kept), name, simulated=True)


def _kept(scene: Scene, name: str) -> Kept:
    taken = calibrated(scene)
    calibration = Calibration(
        taken.mm_per_pixel, taken.bit_depth, taken.dark, taken.flat, None, taken.read_noise_e, taken.gain_e_per_dn, name
    )  # fmt: skip
    return in_memory(CalibrationFile(calibration, simulated=True, state=CameraState(taken.exposure_ms, 0.0, None, "none")), None)


FLUORESCENCE = (
    Modality(
        key=log.LIVE, title="Live", icon="live", devices=("camera",), screen=LiveView, analyse=LivePicture, evidence=log.evidence,
        rehearse=rehearse_lesion, command="fluorescence", rows=lambda _readings: (), recompute=recompute,
    ),
    Modality(
        key=log.RESIDUAL, title="Residual", icon="residual", devices=("camera",), screen=ResidualView, analyse=check_residual,
        evidence=log.evidence, rehearse=rehearse_residual, command="fluorescence", rows=log.rows, recompute=recompute, drape=drape_fluorescence,
    ),
)  # fmt: skip
