"""How a fluorescence check comes into a case: its frames and its calibration as files, one reading, and the moment on the timeline.

The lesion, the cavity and each face of a specimen are readings of their own. A face that is checked again replaces its reading; a cavity that is
checked again was cut in between, so both readings stand and the newest speaks.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import cv2
import numpy as np

from algorithms.faces import Face
from algorithms.fluorescence.model import ALGORITHM, VERSION, Calibration, Finding, Outcome, Raw, Region, Verdict
from algorithms.fluorescence.walls import hour_of, walls_of
from algorithms.margins.model import Evidence, Extent, FaceEvidence, MarginClass, Site
from console.cases.course import first, standing_events
from console.cases.model import CaseFile, EventKind, Provenance, Reading, Session, Side, Validity, Value
from console.cases.service import CaseService
from console.faults import Refused

LIVE, RESIDUAL = "live", "residual"  # the modalities: the lesion that was found; cavity and specimen afterwards
CITATION = "Lee et al., Sci Rep 2021;11:9997; AAPM TG-311"
OUTCOME, REGION, LIMIT, FALSE_ALARM, MOTION, REMAINING, SUBJECT = (
    "outcome", "region", "detection limit, 5 mm wide", "false alarms per frame", "largest motion", "light left of the reference", "subject",
)  # fmt: skip
MAJOR, MINOR = "major axis of region", "minor axis of region"
CAVITY, LESION, SPECIMEN = "cavity", "lesion", "specimen"
FRAMES_TYPE, ARRAYS_TYPE = "image/tiff", "application/x-npz"
LZW = 5
AGAIN = "Face checked again"
WORDS = {Outcome.RESIDUAL: "signal", Outcome.NONE_ABOVE_LIMIT: "none above limit", Outcome.FAINT: "faint, look"}
ALARM_ONLY = "It may alarm, not clear: light from deeper than a few mm does not come through."


@dataclass(frozen=True, slots=True)
class Cavity:
    """The outline that was laid on the picture: an ellipse, centre and half axes in pixels (row, column); the whole picture where none was.

    `edge`: the corners of a specimen's own outline, (row, column), of which centre and half axes are the middle and the half sides of its box.
    """

    centre: tuple[float, float]
    half: tuple[float, float]
    edge: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """What is signed: a finding with everything it was found on. `remaining` is the share of the reference's light, where it was compared."""

    subject: str
    finding: Finding
    frames: Sequence[Raw]
    ambients: Sequence[Raw]
    calibration: Calibration | None
    calibration_sha256: str
    state: tuple[tuple[str, str], ...]
    device: str
    simulated: bool
    cavity: Cavity
    restricted: bool  # only what lies inside the outline was judged
    specimen_id: str | None = None
    face: Face | None = None
    remaining: float | None = None


def sign(service: CaseService, session: Session, file: CaseFile, checked: Checked) -> Reading:
    """Keep the frames and sign one reading; a check that could not judge is refused, because it says nothing of the patient."""
    finding = checked.finding
    if finding.outcome is Outcome.CANNOT_JUDGE:
        raise Refused(f"{finding.reason} Nothing was signed.")
    if checked.subject == LESION and finding.verdict is not Verdict.SIGNAL:
        raise Refused("No lesion is seen in these frames, so none was logged. Show it to the camera, then try again.")
    content = tiff_of(checked.frames)
    files = [(content, FRAMES_TYPE, f"Fluorescence frames, {_about(checked)}")]
    if pictures := _pictures(checked.calibration):
        files.append((npz_of(pictures), ARRAYS_TYPE, "Fluorescence calibration: dark and flat"))
    if checked.ambients:
        files.append((tiff_of(checked.ambients), FRAMES_TYPE, "Fluorescence frames, room light"))
    sha256s = [service.add_asset(session, file.case.id, *one).sha256 for one in files]
    fresh = service.case_file(session, file.case.id)
    earlier = standing_faces(fresh, checked.specimen_id).get(checked.face) if checked.face is not None else None
    reading = service.add_reading(
        session, file.case.id, checked.specimen_id, LIVE if checked.subject == LESION else RESIDUAL, values(checked, file.case.side),
        Validity(usable=True, statement=f"{finding.validity} {ALARM_ONLY}"), provenance(checked, file.case.side, hashlib.sha256(content).hexdigest()),
        assets=tuple(dict.fromkeys(sha256s)), supersedes=earlier.id if earlier else None, reason=AGAIN if earlier else "",
    )  # fmt: skip
    _log_moment(service, session, fresh, checked)
    return reading


def _log_moment(service: CaseService, session: Session, file: CaseFile, checked: Checked) -> None:
    """«Lesion found» once, «cavity checked» each time; approach time follows from them."""
    if checked.subject == LESION and first(standing_events(file), EventKind.LESION_FOUND) is None:
        incised = first(standing_events(file), EventKind.INCISION) is not None
        if incised:  # on the skin it is marked, not yet found
            service.add_event(session, file.case.id, EventKind.LESION_FOUND)
    elif checked.subject == CAVITY:
        service.add_event(session, file.case.id, EventKind.CAVITY_CHECK, detail=WORDS[checked.finding.outcome])


def values(checked: Checked, side: Side) -> tuple[Value, ...]:
    """The outcome, every region with size and place, and what the check could see."""
    finding, face = checked.finding, checked.face
    found = [Value(OUTCOME, face=face, text=finding.outcome.value), Value(SUBJECT, text=checked.subject)]
    for number, region in enumerate(finding.regions, start=1):
        found.append(Value(f"{REGION} {number}", _rounded(region.area_mm2, "1"), "mm²", face, text=region_words(region, checked, side)))
        found.append(Value(f"{MAJOR} {number}", _rounded(region.major_mm, "0.1"), "mm", face))
        found.append(Value(f"{MINOR} {number}", _rounded(region.minor_mm, "0.1"), "mm", face))
    if checked.subject == LESION and finding.regions:
        largest = max(finding.regions, key=lambda region: region.area_mm2)
        found.append(Value("signal to background", _rounded(largest.signal_to_background, "0.1"), "×"))
    if finding.limit is not None:
        found.append(Value(LIMIT, _rounded(finding.limit.contrast_5_mm, "0.01"), "× background", face))
    found.append(Value(FALSE_ALARM, Decimal(repr(finding.false_alarm_per_frame)), "", face, text="measured on simulated tissue"))
    found.append(Value(MOTION, _rounded(finding.motion_mm, "0.1"), "mm", face))
    if checked.remaining is not None:
        found.append(Value(REMAINING, _rounded(100 * checked.remaining, "1"), "%"))
    return tuple(found)


def region_words(region: Region, checked: Checked, side: Side) -> str:
    """«superior-lateral wall, 2 o'clock, 7.4 × 6.0 mm, contrast 0.90, CNR 8.4, seen in 10 of 10»."""
    size = f"{region.major_mm:.1f} × {region.minor_mm:.1f} mm"
    measured = f"contrast {region.contrast:.2f}, CNR {region.contrast_to_noise:.1f}, seen in {region.seen_in} of {checked.finding.frames}"
    faint = "faint, " if region.faint else ""
    return f"{faint}{place_words(region, checked, side)}, {size}, {measured}"


def place_words(region: Region, checked: Checked, side: Side) -> str:
    """Where: wall and hour in a cavity, millimetres from the left and the top elsewhere."""
    x, y = region.centroid_mm
    if checked.subject != CAVITY:
        return f"{x:.0f} mm from the left, {y:.0f} mm from the top"
    return f"{wall_words(walls(region, checked, side))} wall, {hour_of(region.centroid_px, checked.cavity.centre)} o’clock"


def walls(region: Region, checked: Checked, side: Side) -> tuple[Face, ...]:
    """The walls of the cavity at which it glows."""
    return walls_of(region.centroid_px, checked.cavity.centre, checked.cavity.half, left_breast=side is Side.LEFT)


def wall_words(found: Sequence[Face]) -> str:
    """«superior-lateral», whichever of the two is nearer."""
    return "-".join(face.value for face in sorted(found, key=list(Face).index))


def provenance(checked: Checked, side: Side, sha256: str) -> Provenance:
    """Enough to judge the same frames again."""
    rows, columns = checked.frames[0].shape
    calibration = checked.calibration
    known = [("frames", f"{len(checked.frames)} of {columns} × {rows}"), ("calibration", checked.calibration_sha256)]
    if calibration is not None:
        known += [("mm per pixel", repr(calibration.mm_per_pixel)), ("bit depth", str(calibration.bit_depth))]
        known += [("gain e/DN", repr(calibration.gain_e_per_dn))] if calibration.gain_e_per_dn is not None else []
        known += [("read noise e", repr(calibration.read_noise_e))] if calibration.read_noise_e is not None else []
    centre, half = checked.cavity.centre, checked.cavity.half
    known += [("outline px", " ".join(repr(float(number)) for number in (*centre, *half))), ("restricted", str(checked.restricted).lower())]
    known += [("edge px", " ".join(f"{number:.1f}" for place in checked.cavity.edge for number in place))] if checked.cavity.edge else []
    known += [("breast", side.value), *checked.state, ("source", CITATION)]
    return Provenance(ALGORITHM, VERSION, sha256, tuple(known), checked.device, checked.simulated)


# --- reading it back -------------------------------------------------------------------------------------------------------------------------


def subject_of(reading: Reading) -> str:
    """Lesion, cavity or specimen."""
    return next(value.text for value in reading.values if value.name == SUBJECT)


def outcome_of(reading: Reading) -> Outcome:
    """What was signed."""
    return next(Outcome(value.text) for value in reading.values if value.name == OUTCOME)


def face_of(reading: Reading) -> Face | None:
    """The face of the specimen that it is about."""
    return next((value.face for value in reading.values if value.name == OUTCOME), None)


def standing_faces(file: CaseFile, specimen_id: str | None) -> dict[Face, Reading]:
    """The check that stands for each face of this specimen."""
    own = [reading for reading in file.readings if reading.modality == RESIDUAL and reading.specimen_id == specimen_id]
    replaced = {reading.supersedes for reading in own}
    return {face: reading for reading in own if reading.id not in replaced and (face := face_of(reading)) is not None}


def newest(file: CaseFile, subject: str) -> Reading | None:
    """The latest check of this subject."""
    own = [reading for reading in file.readings if reading.modality in {LIVE, RESIDUAL} and subject_of(reading) == subject]
    return own[-1] if own else None


def pages_of(content: bytes) -> tuple[Raw, ...]:
    """The frames of a file that was kept, as they were taken."""
    done, pages = cv2.imdecodemulti(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    if not done:
        raise Refused("The frames of this check cannot be read.")
    return tuple(pages)


def tiff_of(frames: Sequence[Raw]) -> bytes:
    """Lossless, a page a frame, 8 or 16 bits."""
    done, content = cv2.imencodemulti(".tiff", list(frames), [cv2.IMWRITE_TIFF_COMPRESSION, LZW])
    if not done:
        raise RuntimeError("frames could not be encoded")
    return bytes(content.tobytes())


def npz_of(pictures: Mapping[str, Raw]) -> bytes:
    """Dark, flat and ambient of a calibration; the same pictures are the same bytes, so they are kept once."""
    file = io.BytesIO()
    np.savez_compressed(file, **pictures)  # type: ignore[arg-type]  # the stubs take names for options
    return file.getvalue()


def _pictures(calibration: Calibration | None) -> dict[str, Raw]:
    named = {} if calibration is None else {name: getattr(calibration, name) for name in ("dark", "flat", "ambient")}
    return {name: picture for name, picture in named.items() if picture is not None}


def _about(checked: Checked) -> str:
    return f"{checked.face.value} face" if checked.face is not None else checked.subject


def _rounded(number: float, step: str) -> Decimal:
    return Decimal(repr(float(number))).quantize(Decimal(step))


# --- the board -------------------------------------------------------------------------------------------------------------------------------


def evidence(reading: Reading) -> Evidence:
    """The row of one check."""
    return _specimen_row([reading]) if subject_of(reading) == SPECIMEN else _cavity_row(reading)


def rows(readings: Iterable[Reading]) -> tuple[Evidence, ...]:
    """A row a specimen with every face that was checked, and the newest check of the cavity; a lesion that was found is no evidence of margins."""
    readings = tuple(readings)
    checks = [reading for reading in readings if subject_of(reading) == SPECIMEN]
    cavity = [reading for reading in readings if subject_of(reading) == CAVITY]
    specimens = dict.fromkeys(reading.specimen_id for reading in checks)
    found = [_specimen_row([reading for reading in checks if reading.specimen_id == specimen]) for specimen in specimens]
    return (*found, *(_cavity_row(reading) for reading in cavity[-1:]))


def _specimen_row(readings: Sequence[Reading]) -> Evidence:
    last = max(readings, key=lambda reading: reading.taken_at)
    faces = tuple(_told(face, reading, outcome_of(reading)) for reading in readings if (face := face_of(reading)) is not None)
    return Evidence(last.id, "ICG specimen check", "alarms only", last.taken_at, faces, usable=True, can_clear=False)


def _cavity_row(reading: Reading) -> Evidence:
    """Signal at a wall alarms for the face that lay there."""
    alarmed = dict.fromkeys(face for value in reading.values if value.name.startswith(REGION) and " wall" in value.text
                            and not value.text.startswith("faint") for face in _faces_in(value.text))  # fmt: skip
    outcome = outcome_of(reading)
    faces = tuple(_told(face, reading, Outcome.RESIDUAL) for face in alarmed)
    return Evidence(reading.id, "ICG cavity check", WORDS[outcome], reading.taken_at, faces, usable=True, can_clear=False, site=Site.CAVITY)


def _faces_in(words: str) -> tuple[Face, ...]:
    return tuple(Face(part) for part in words.partition(" wall")[0].split("-"))


def _told(face: Face, reading: Reading, outcome: Outcome) -> FaceEvidence:
    """Signal is the method's own alarm, as large as its largest region; what is not seen is only said."""
    if outcome is not Outcome.RESIDUAL:
        return FaceEvidence(face, finding=WORDS[outcome], reading_id=reading.id)
    found = {value.name: value.number for value in reading.values if value.number is not None}
    areas = {name: area for name, area in found.items() if name.startswith(f"{REGION} ")}
    number = max(areas, key=lambda name: areas[name]).removeprefix(f"{REGION} ")
    extent = Extent(found[f"{MAJOR} {number}"], found[f"{MINOR} {number}"])
    return FaceEvidence(face, finding="signal", margin_class=MarginClass.POSITIVE, extent=extent, reading_id=reading.id)
