"""How an orientation is written into a case: signed by one person, confirmed by another; and what follows when it turns out to be different.

An orientation is a reading of its own: which mark is on which face, and how the specimen lies. When a later one replaces it, every reading of that
specimen that names faces, taken before, is replaced by one that names the same tissue anew. Each step is on disk before the next, and what a
crash leaves undone is found again by `pending`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from algorithms.faces import Face
from algorithms.orientation import Axis, Laterality, Orientation, Unfixed, orient, renamed
from algorithms.specimen.centralization import centralize
from algorithms.specimen.turning import turn_numbers
from console.cases import specimen_log as log
from console.cases.checks import check_reason
from console.cases.model import CaseFile, Entry, Provenance, Reading, Session, Specimen, SpecimenKind, Validity, Value
from console.cases.service import CaseService
from console.cases.specimen_draft import ORIENTATION_FORM, TURNED, Draft, read_turn, whole, write_turn
from console.faults import Refused

MODALITY = ORIENTATION_FORM
MARK, LIES, TURN = "mark", "lies towards", "turn"
CONFIRMED = "confirmed:"  # the orientation form's field by which a second person confirms; it names the reading
OWN_FACES = (
    "faces",
    "own",
)  # a provenance parameter: this reading found its faces by itself (a pathologist), so no orientation renames them
ALGORITHM, VERSION = "orientation", "1"
MARKS = ("Short suture", "Long suture", "Double suture", "Clip", "Blue ink", "Black ink", "Green ink", "Container mark")
REASONS = ("Marks misread", "Sutures misplaced", "Wrong side", "Turned in the container")


@dataclass(frozen=True, slots=True)
class Lie:
    """The orientation that stands for a specimen."""

    reading: Reading
    orientation: Orientation
    marks: tuple[tuple[Face, str], ...]
    confirmed_by: str  # empty until a second person did
    other_side: bool  # it was made for the other breast: the case was corrected since

    @property
    def words(self) -> str:
        """«short suture superior, long suture lateral»."""
        return marks_words(self.marks)


def marks_words(marks: tuple[tuple[Face, str], ...]) -> str:
    """Each mark and its face."""
    return ", ".join(f"{mark.lower()} {face.value}" for face, mark in marks)


def lie_of(file: CaseFile, specimen_id: str) -> Lie | None:
    """How this specimen is oriented; None where nobody said."""
    reading = next((one for one in reversed(file.readings) if one.modality == MODALITY and one.specimen_id == specimen_id), None)
    if reading is None:
        return None
    side = Laterality(dict(reading.provenance.parameters)["side"])
    lies = orient({Axis(value.text): value.face for value in reading.values if value.name == LIES and value.face}, side)
    if isinstance(lies, Unfixed):
        raise Refused("This orientation cannot be read. Enter it anew.")
    marks = tuple((value.face, value.text) for value in reading.values if value.name == MARK and value.face)
    return Lie(reading, lies, marks, _confirmed_by(file.entries, reading), side.value != file.case.side.value)


def sign_orientation(
    service: CaseService,
    session: Session,
    file: CaseFile,
    specimen: Specimen,
    lies: Orientation,
    marks: Mapping[Face, str],
    reason: str = "",
) -> tuple[str, ...]:
    """Sign how the specimen lies; what followed from it, in sentences. Where one stands already, a reason is needed and faces are renamed."""
    if lies.laterality.value != file.case.side.value:
        raise Refused(f"This case is of the {file.case.side.value} breast. Enter the marks anew.")
    fresh = service.case_file(session, file.case.id)
    catch_up(service, session, fresh, specimen)  # what an earlier change left undone comes first
    old = lie_of(fresh, specimen.id)
    if old is not None:
        check_reason(reason)
    names = renamed(old.orientation, lies) if old else {face: face for face in Face}
    said = [Value(MARK, face=face, text=words) for face, words in marks.items()]
    said += [Value(LIES, face=lies.face_along(axis), text=axis.value) for axis in Axis]
    turn = [] if old is None else [Value(TURN, text=write_turn(names))]
    limits = Validity(usable=True, statement="As the marks were read by one person; a second one confirms.")
    service.add_reading(
        session, file.case.id, specimen.id, MODALITY, (*said, *turn), limits, _provenance(said, lies, simulated=file.case.simulated),
        supersedes=old.reading.id if old else None, reason=reason if old else "",
    )  # fmt: skip
    words = marks_words(tuple(marks.items()))
    if specimen.orientation != words:
        service.amend_specimen(session, replace(specimen, orientation=words), "oriented")
    return catch_up(service, session, service.case_file(session, file.case.id), specimen)


def confirm(service: CaseService, session: Session, file: CaseFile, specimen: Specimen) -> Entry:
    """A second person looked at the marks and agrees."""
    lie = lie_of(service.case_file(session, file.case.id), specimen.id)
    if lie is None:
        raise Refused("There is no orientation to confirm yet.")
    if session.user.name == lie.reading.by:
        raise Refused("A second person confirms the orientation: switch user first.")
    if lie.other_side:
        raise Refused("This orientation was made for the other breast. Enter the marks anew.")
    return service.add_entry(session, file.case.id, specimen.id, ORIENTATION_FORM, CONFIRMED + lie.reading.id, "yes")


def pending(file: CaseFile, specimen_id: str) -> tuple[Reading, ...]:
    """The readings that still name their faces as an earlier orientation did."""
    turn = _turn(file, specimen_id)
    if turn is None:
        return ()
    before = file.readings[: file.readings.index(turn[0])]
    return tuple(
        reading
        for reading in before
        if reading.specimen_id == specimen_id and reading.modality != MODALITY and OWN_FACES not in reading.provenance.parameters
        and any(value.face is not None for value in reading.values)
    )  # fmt: skip


def catch_up(service: CaseService, session: Session, file: CaseFile, specimen: Specimen) -> tuple[str, ...]:
    """Rename the faces of everything that was named by the orientation before; what was done, in sentences. Harmless when nothing is left."""
    turn = _turn(file, specimen.id)
    if turn is None:
        return ()
    said, (oriented, names) = [], turn
    for reading in pending(file, specimen.id):
        values, limits = _renamed_values(reading, names, specimen)
        reason = f"Orientation changed ({oriented.reason.lower()}); measured by {reading.by}"
        service.add_reading(
            session, file.case.id, specimen.id, reading.modality, values, limits, reading.provenance, assets=reading.assets,
            supersedes=reading.id, reason=reason,
        )  # fmt: skip
        said.append(
            f"{reading.modality.capitalize()}: faces renamed." if limits.usable or not reading.validity.usable else limits.statement
        )
    marker = TURNED + oriented.id
    if not any(entry.form == ORIENTATION_FORM and entry.field == marker for entry in file.entries):
        service.add_entry(session, file.case.id, specimen.id, ORIENTATION_FORM, marker, write_turn(names))
    return tuple(said)


def _turn(file: CaseFile, specimen_id: str) -> tuple[Reading, dict[Face, Face]] | None:
    """The standing orientation, if it renamed faces, and how."""
    reading = next((one for one in reversed(file.readings) if one.modality == MODALITY and one.specimen_id == specimen_id), None)
    text = next((value.text for value in reading.values if value.name == TURN), "") if reading else ""
    if reading is None or not text:
        return None
    names = read_turn(text)
    return (reading, names) if any(face is not new for face, new in names.items()) else None


def _renamed_values(reading: Reading, names: Mapping[Face, Face], specimen: Specimen) -> tuple[tuple[Value, ...], Validity]:
    if reading.modality != log.MODALITY or specimen.kind is SpecimenKind.SHAVE:
        return tuple(replace(value, face=names[value.face]) if value.face else value for value in reading.values), reading.validity
    old = log.draft_of_reading(reading)
    thick = frozenset(names[face] for face in old.full_thickness)
    draft = Draft(turn_numbers(old.numbers, names), tuple(turn_numbers(mass, names) for mass in old.masses), thick)
    measured = whole(draft.numbers)
    if measured is not None:
        found = centralize(measured)
        return log.values(draft.lengths, found, draft), log.validity(found)
    statement = "Orientation changed: an axis along superior–inferior or medial–lateral was never measured. Measure it."
    return tuple(replace(value, face=names[value.face]) for value in reading.values if value.face), Validity(
        usable=False, statement=statement
    )


def _provenance(said: list[Value], lies: Orientation, *, simulated: bool) -> Provenance:
    text = ";".join(f"{value.name} {value.face} {value.text}" for value in said)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Provenance(ALGORITHM, VERSION, digest, (("side", lies.laterality.value),), "eye and hand", simulated)


def _confirmed_by(entries: tuple[Entry, ...], reading: Reading) -> str:
    return next((entry.by for entry in entries if entry.form == ORIENTATION_FORM and entry.field == CONFIRMED + reading.id), "")
