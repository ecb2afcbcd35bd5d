"""How a specimen under the ruler is written into a case: as entries while it is typed, as one reading when it is signed; and read back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.model import Evidence, FaceEvidence
from algorithms.specimen.centralization import ALGORITHM, CITATION, VALID_FOR, VERSION, Centralization, centralize
from algorithms.specimen.measurement import AXES, MARGINS, Length, SpecimenMeasurement
from console.cases.model import CaseFile, Entry, EventKind, Provenance, Reading, Session, Specimen, SpecimenKind, Validity, Value
from console.cases.service import CaseService
from console.faults import Refused

MODALITY = FORM = "specimen"
MARGIN = "margin"
WARNING = "warning"
CORRECTING = "correct:"  # the field that says why a signed reading is being corrected; it names the reading

_AXIS_NAMES = {length.label.lower(): length for length in AXES}  # «resected, major axis»

Lengths = Mapping[Length, Decimal]


def main_specimen(file: CaseFile) -> Specimen:
    """The first excision; every case is made with one."""
    return next(specimen for specimen in file.specimens if specimen.kind is SpecimenKind.MAIN)


def standing(entries: Iterable[Entry], specimen_id: str) -> tuple[Entry, ...]:
    """The entries of this specimen's form that were not taken back, oldest first."""
    own = [entry for entry in entries if entry.form == FORM and entry.specimen_id == specimen_id]
    undone = {entry.undoes for entry in own if entry.undoes}
    return tuple(entry for entry in own if entry.undoes is None and entry.id not in undone)


def lengths_of_entries(entries: Iterable[Entry]) -> dict[Length, Decimal]:
    """The last value of each field, mm."""
    found: dict[Length, Decimal] = {}
    for entry in entries:
        if entry.field in set(Length):
            found.pop(Length(entry.field), None)
            if entry.value is not None:
                found[Length(entry.field)] = Decimal(entry.value)
    return found


def signed_reading(file: CaseFile, specimen_id: str) -> Reading | None:
    """The reading that stands for this specimen, if it was signed."""
    own = [reading for reading in file.readings if reading.modality == MODALITY and reading.specimen_id == specimen_id]
    replaced = {reading.supersedes for reading in own}
    return next((reading for reading in reversed(own) if reading.id not in replaced), None)


def correction_reason(entries: Iterable[Entry], reading: Reading | None) -> str:
    """Why the signed reading is being corrected just now; empty when it is not."""
    reasons = [entry.value or "" for entry in entries if reading is not None and entry.field == CORRECTING + reading.id]
    return reasons[-1] if reasons else ""


def measurement(lengths: Lengths) -> SpecimenMeasurement | None:
    """The whole measurement, once nothing that the formula needs is missing."""
    if any(length not in lengths for length in Length if not length.optional):
        return None
    return SpecimenMeasurement(**{length.value: value for length, value in lengths.items()})


def sign(
    service: CaseService, session: Session, file: CaseFile, lengths: Lengths, *, replaces: Reading | None = None, reason: str = ""
) -> Reading:
    """Sign the ten numbers as one reading; the first signature also sets its mark on the timeline. `replaces` makes it a correction."""
    measured, specimen = measurement(lengths), main_specimen(file)
    if measured is None:
        raise Refused("The specimen cannot be signed yet: a length is missing.")
    # The screen may not have heard of a signature yet: two that both stand would be worse than one that is refused.
    standing_now = signed_reading(service.case_file(session, file.case.id), specimen.id)
    if (standing_now.id if standing_now else None) != (replaces.id if replaces else None):
        raise Refused("This specimen was signed in the meantime. Open the case again to see it.")
    found = centralize(measured)
    reading = service.add_reading(
        session,
        file.case.id,
        specimen.id,
        MODALITY,
        values(lengths, found),
        validity(found),
        provenance(lengths, simulated=file.case.simulated),
        supersedes=replaces.id if replaces else None,
        reason=reason,
    )
    if replaces is None:
        service.add_event(session, file.case.id, EventKind.MEASURED, specimen_id=specimen.id)
    return reading


def values(lengths: Lengths, found: Centralization) -> tuple[Value, ...]:
    """What is signed: the ten numbers as typed, what was computed from them, and the doubts that were on screen."""
    typed = [_typed(length, lengths[length]) for length in Length if length in lengths]
    computed = [
        Value("centralization", found.centralization_cm, "cm"),
        Value("major axis difference", found.major_axis_difference_cm, "cm"),
        Value("minor axis difference", found.minor_axis_difference_cm, "cm"),
        *(Value("closest margin", found.closest_mm, "mm", face) for face in found.closest_faces),
        Value("superior-inferior offset", found.superior_inferior_offset_mm, "mm", text="(superior − inferior) / 2, ours"),
        Value("medial-lateral offset", found.medial_lateral_offset_mm, "mm", text="(medial − lateral) / 2, ours"),
    ]
    return (*typed, *computed, *(Value(WARNING, text=doubt.sentence) for doubt in found.warnings))


def validity(found: Centralization) -> Validity:
    """The limits of the method, and whether this figure lies inside what was published."""
    outside = "" if found.in_published_range else " This figure lies outside the published range."
    return Validity(usable=True, statement=VALID_FOR + outside)


def provenance(lengths: Lengths, *, simulated: bool) -> Provenance:
    """Enough to compute it again: the hash is of the lengths in mm as JSON, sorted by name, without spaces."""
    canonical = json.dumps({length.value: str(value) for length, value in lengths.items()}, sort_keys=True, separators=(",", ":"))
    return Provenance(
        algorithm=ALGORITHM,
        version=VERSION,
        input_sha256=hashlib.sha256(canonical.encode("ascii")).hexdigest(),
        parameters=(("formula", "||A-(a+s+i)|+|B-(b+m+l)||"), ("source", CITATION)),
        device="simulated ruler" if simulated else "ruler",
        simulated=simulated,
    )


def lengths_of(reading: Reading) -> dict[Length, Decimal]:
    """The ten numbers of a signed reading, mm."""
    found: dict[Length, Decimal] = {}
    for value in reading.values:
        if value.number is not None and value.name == MARGIN and value.face is not None:
            found[Length(value.face.value)] = value.number
        elif value.number is not None and value.name in _AXIS_NAMES:
            found[_AXIS_NAMES[value.name]] = value.number
    return found


def centralization_of(reading: Reading) -> Centralization | None:
    """Computed anew from the numbers of a signed reading."""
    measured = measurement(lengths_of(reading))
    return centralize(measured) if measured else None


def evidence(reading: Reading) -> Evidence:
    """Its row on the dashboard: a ruler, which may alarm but never clears."""
    margins = {length: value for length, value in lengths_of(reading).items() if length in MARGINS}
    return Evidence(
        reading_id=reading.id,
        title="Gross measurement",
        subtitle=f"ruler, {reading.by}",
        taken_at=reading.taken_at,
        faces=tuple(FaceEvidence(Face(length.value), margin_mm=value) for length, value in margins.items()),
        usable=reading.validity.usable,
        can_clear=False,
        reason="" if reading.validity.usable else reading.validity.statement,
    )


def _typed(length: Length, value: Decimal) -> Value:
    face = length.face
    return Value(MARGIN, value, "mm", face) if face is not None else Value(length.label.lower(), value, "mm")
