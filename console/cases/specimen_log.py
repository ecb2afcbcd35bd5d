"""How a specimen under the ruler is written into a case: as entries while it is typed, as one reading when it is signed; and read back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.model import Evidence, FaceEvidence
from algorithms.specimen import accuracy as cut
from algorithms.specimen.bulk import Bulk, bulk_doubts
from algorithms.specimen.centralization import ALGORITHM, CITATION, VALID_FOR, VERSION, Centralization, centralize
from algorithms.specimen.measurement import AXES, MARGINS, Length, SpecimenMeasurement, plain
from algorithms.specimen.questions import Field
from console.cases import specimen_draft
from console.cases.inputs import Inputs, Recomputed
from console.cases.model import CaseFile, Entry, EventKind, Provenance, Reading, Session, Specimen, SpecimenKind, Validity, Value
from console.cases.service import CaseService
from console.cases.specimen_draft import SHARED, Draft, Numbers, draft_of, fields_of, lengths_among, whole
from console.faults import Refused

MODALITY = FORM = specimen_draft.FORM
MARGIN = "margin"
WARNING = "warning"
FULL_THICKNESS = "full thickness"
NEW_MARGIN = "new margin"
CORRECTING = "correct:"  # the field that says why a signed reading is being corrected; it names the reading

_AXIS_NAMES: dict[str, Field] = {field.label.lower(): field for field in (*AXES, *Bulk)}  # «resected, major axis»

Lengths = Mapping[Length, Decimal]


def main_specimen(file: CaseFile) -> Specimen:
    """The first excision; every case is made with one."""
    return next(specimen for specimen in file.specimens if specimen.kind is SpecimenKind.MAIN)


def piece(file: CaseFile, specimen_id: str | None) -> Specimen:
    """The specimen of that id; the first excision where it is None or not of this case."""
    return next((specimen for specimen in file.specimens if specimen.id == specimen_id), main_specimen(file))


def standing(entries: Iterable[Entry], specimen_id: str) -> tuple[Entry, ...]:
    """The entries of this specimen's form that were not taken back, oldest first."""
    own = [entry for entry in entries if entry.form == FORM and entry.specimen_id == specimen_id]
    undone = {entry.undoes for entry in own if entry.undoes}
    return tuple(entry for entry in own if entry.undoes is None and entry.id not in undone)


def lengths_of_entries(entries: Iterable[Entry]) -> dict[Length, Decimal]:
    """The last value of each field of the first mass, mm."""
    entries = tuple(entries)
    return draft_of(entries, entries[0].specimen_id or "").lengths if entries else {}


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
    return whole(fields_of(lengths))


def sign(
    service: CaseService, session: Session, file: CaseFile, lengths: Lengths, *, extras: Draft | None = None, specimen: Specimen | None = None,
    replaces: Reading | None = None, reason: str = "",
) -> Reading:  # fmt: skip
    """Sign a specimen's numbers as one reading; the first signature also sets its mark on the timeline. `replaces` makes it a correction.

    `extras` holds what was typed beside the ten: further masses, depth, weight, full thickness.
    """
    specimen = specimen or main_specimen(file)
    draft = replace(extras or Draft(), numbers={**(extras.numbers if extras else {}), **fields_of(lengths)})
    measured = draft.measurements()
    if measured is None:
        raise Refused("The eight lengths that the formula needs are not all there.")
    found = centralize(measured[0])
    signed_values = values(lengths, found, draft)
    return _sign(service, session, file, specimen, signed_values, validity(found), draft, replaces, reason)


def sign_shave(
    service: CaseService,
    session: Session,
    file: CaseFile,
    specimen: Specimen,
    draft: Draft,
    *,
    replaces: Reading | None = None,
    reason: str = "",
) -> Reading:
    """Sign a shave: how thick it is, what it weighs, and which side is the new margin."""
    if Bulk.THICKNESS not in draft.bulk or specimen.face is None:
        raise Refused("A shave is signed once its thickness was measured.")
    marked = specimen.new_margin or "not marked"
    said = (*_bulk_values(draft.bulk), Value(NEW_MARGIN, face=specimen.face, text=marked))
    limits = Validity(usable=True, statement="A ruler's thickness. Whether the new margin is clear, pathology says.")
    return _sign(service, session, file, specimen, said, limits, draft, replaces, reason)


def _sign(
    service: CaseService, session: Session, file: CaseFile, specimen: Specimen, said: tuple[Value, ...], limits: Validity, draft: Draft,
    replaces: Reading | None, reason: str,
) -> Reading:  # fmt: skip
    # The screen may not have heard of a signature yet: two that both stand would be worse than one that is refused.
    standing_now = signed_reading(service.case_file(session, file.case.id), specimen.id)
    if (standing_now.id if standing_now else None) != (replaces.id if replaces else None):
        raise Refused("This specimen was signed in the meantime. Open the case again to see it.")
    origin = provenance(draft.numbers, simulated=file.case.simulated, masses=draft.masses)
    old = replaces.id if replaces else None
    reading = service.add_reading(session, file.case.id, specimen.id, MODALITY, said, limits, origin, supersedes=old, reason=reason)
    if replaces is None:
        service.add_event(session, file.case.id, EventKind.MEASURED, specimen_id=specimen.id)
    weight = draft.bulk.get(Bulk.WEIGHT)
    if weight is not None and weight != specimen.weight_g:
        service.amend_specimen(session, replace(specimen, weight_g=weight), "weighed")
    return reading


def values(lengths: Lengths, found: Centralization, draft: Draft | None = None) -> tuple[Value, ...]:
    """What is signed: the numbers as typed, what was computed from them, and the doubts that were on screen."""
    draft = draft or Draft(fields_of(lengths))
    typed = [_typed(length, lengths[length]) for length in Length if length in lengths]
    further = [value for index in range(len(draft.masses)) for value in _mass_values(index + 2, draft)]
    computed = [
        Value("centralization", found.centralization_cm, "cm"),
        Value("major axis difference", found.major_axis_difference_cm, "cm"),
        Value("minor axis difference", found.minor_axis_difference_cm, "cm"),
        *(Value("closest margin", found.closest_mm, "mm", face) for face in found.closest_faces),
        Value("superior-inferior offset", found.superior_inferior_offset_mm, "mm", text="(superior − inferior) / 2, ours"),
        Value("medial-lateral offset", found.medial_lateral_offset_mm, "mm", text="(medial − lateral) / 2, ours"),
    ]
    thick = [Value(FULL_THICKNESS, face=face, text=depth_words(face)) for face in Face if face in draft.full_thickness]
    doubts = [*(doubt.sentence for doubt in (*found.warnings, *bulk_doubts(draft.bulk, lengths))), *_small(lengths, draft)]
    return (
        *typed,
        *_bulk_values(draft.bulk),
        *further,
        *computed,
        *_accuracy(lengths, draft),
        *thick,
        *(Value(WARNING, text=said) for said in doubts),
    )


def accuracy_of(numbers: Numbers) -> cut.Accuracy | None:
    """Volume, eccentricity and ratio, once the ten are there."""
    measured = whole(numbers)
    return cut.accuracy(measured, numbers.get(Bulk.RESECTED_DEPTH)) if measured else None


def depth_words(face: Face) -> str:
    """What full thickness means at that face."""
    return "excised to the skin" if face is Face.ANTERIOR else "excised to the pectoral fascia"


def full_thickness(file: CaseFile) -> frozenset[Face]:
    """The depth faces where the first excision is documented as full thickness, and signed."""
    reading = signed_reading(file, main_specimen(file).id)
    found = (value.face for value in reading.values if value.name == FULL_THICKNESS) if reading else ()
    return frozenset(face for face in found if face is not None)


def validity(found: Centralization) -> Validity:
    """The limits of the method, and whether this figure lies inside what was published."""
    outside = "" if found.in_published_range else " This figure lies outside the published range."
    return Validity(usable=True, statement=VALID_FOR + outside)


def provenance(numbers: Lengths | Numbers, *, simulated: bool, masses: tuple[Numbers, ...] = ()) -> Provenance:
    """Enough to compute it again: the hash is of the numbers in mm (weight in g) as JSON, sorted by name, without spaces."""
    named = {field.value: str(value) for field, value in numbers.items()}
    for index, mass in enumerate(masses):
        named |= {f"mass {index + 2} {field.value}": str(value) for field, value in mass.items()}
    canonical = json.dumps(named, sort_keys=True, separators=(",", ":"))
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
    return lengths_among(draft_of_reading(reading).numbers)


def draft_of_reading(reading: Reading) -> Draft:
    """Everything that was typed for a signed reading."""
    found: dict[int, dict[Field, Decimal]] = {1: {}}
    for value in reading.values:
        mass, name = _mass_and_name(value.name)
        own = found.setdefault(mass, {})
        if value.number is not None and name == MARGIN and value.face is not None:
            own[Length(value.face.value)] = value.number
        elif value.number is not None and name in _AXIS_NAMES:
            own[_AXIS_NAMES[name]] = value.number
    thick = frozenset(value.face for value in reading.values if value.name == FULL_THICKNESS and value.face is not None)
    return Draft(found[1], tuple(found.get(mass, {}) for mass in range(2, 1 + max(found))), thick)


def centralization_of(reading: Reading) -> Centralization | None:
    """Computed anew from the numbers of a signed reading."""
    measured = measurement(lengths_of(reading))
    return centralize(measured) if measured else None


def recompute(inputs: Inputs) -> Recomputed:
    """Computed anew from the numbers of the reading; their hash from what was typed, where it was typed and not a correction."""
    draft = draft_of_reading(inputs.reading)
    measured = draft.measurements()
    if any(value.name == NEW_MARGIN for value in inputs.reading.values):
        said = (*_bulk_values(draft.bulk), *(value for value in inputs.reading.values if value.name == NEW_MARGIN))
    elif measured is None:
        said = tuple(value for value in inputs.reading.values if value.face)  # an orientation changed, and an axis was never measured
    else:
        said = values(draft.lengths, centralize(measured[0]), draft)
    typed = draft_of(inputs.typed, inputs.origin.specimen_id or "")
    first = typed if typed.numbers else draft_of_reading(inputs.origin)
    return Recomputed(said, provenance(first.numbers, simulated=False, masses=first.masses).input_sha256, VERSION)


def evidence(reading: Reading) -> Evidence:
    """Its row on the dashboard: a ruler, which may alarm but never clears. With several masses, the narrowest margin of each face."""
    draft = draft_of_reading(reading)
    masses = [lengths_among(draft.of_mass(mass)) for mass in range(1, 2 + len(draft.masses))]
    margins = {
        margin: min(mass[margin] for mass in masses if margin in mass) for margin in MARGINS if any(margin in mass for mass in masses)
    }
    shave = next((value for value in reading.values if value.name == NEW_MARGIN), None)
    thickness = draft.bulk.get(Bulk.THICKNESS)
    return Evidence(
        reading_id=reading.id,
        title=f"Shave, {shave.face.value}" if shave and shave.face else "Gross measurement",
        subtitle=f"{plain(thickness)} mm thick, {reading.by}" if shave and thickness is not None else f"ruler, {reading.by}",
        taken_at=reading.taken_at,
        faces=tuple(FaceEvidence(Face(length.value), margin_mm=value) for length, value in margins.items()),
        usable=reading.validity.usable,
        can_clear=False,
        reason="" if reading.validity.usable else reading.validity.statement,
    )


def _typed(length: Length, value: Decimal, prefix: str = "") -> Value:
    face = length.face
    return Value(prefix + MARGIN, value, "mm", face) if face is not None else Value(prefix + length.label.lower(), value, "mm")


def _mass_values(mass: int, draft: Draft) -> list[Value]:
    """A further mass's own numbers, and its centralization."""
    own, measured = draft.masses[mass - 2], whole(draft.of_mass(mass))
    typed = [_typed(name, value, f"mass {mass} ") for name, value in own.items() if isinstance(name, Length) and name not in SHARED]
    return [*typed, Value(f"mass {mass} centralization", centralize(measured).centralization_cm, "cm")] if measured else typed


def _mass_and_name(name: str) -> tuple[int, str]:
    """«mass 2 margin» is the second mass's; everything else the first's."""
    word, _, rest = name.partition(" ")
    number, _, own = rest.partition(" ")
    return (int(number), own) if word == "mass" and number.isdecimal() else (1, name)


def _bulk_values(bulk: Mapping[Bulk, Decimal]) -> tuple[Value, ...]:
    return tuple(Value(name.label.lower(), bulk[name], name.unit) for name in Bulk if name in bulk)


def _accuracy(lengths: Lengths, draft: Draft) -> tuple[Value, ...]:
    found = accuracy_of({**draft.numbers, **fields_of(lengths)})
    if found is None:
        return ()
    eccentric = (
        Value(
            "eccentricity", found.eccentricity_mm, "mm", text=f"widest − narrowest of {found.faces} margins; {cut.ECCENTRICITY_CITATION}"
        ),
        Value("relative eccentricity", found.relative_eccentricity, "", text="÷ the mass's longer axis"),
    )
    if found.volume_cm3 is None or found.resection_ratio is None:
        return eccentric
    box = Value("volume", found.volume_cm3, "cm³", text="plain product of the three axes, as the study prints it")
    return (*eccentric, box, Value("resection ratio", found.resection_ratio, "", text=cut.RATIO_CITATION))


def _small(lengths: Lengths, draft: Draft) -> list[str]:
    found = accuracy_of({**draft.numbers, **fields_of(lengths)})
    return [cut.SMALL] if found is not None and found.is_small else []
