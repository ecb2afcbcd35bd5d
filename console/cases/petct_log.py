"""How a PET-CT analysis comes into a case: tumour and probabilities as sealed files, and one reading with the margin of every face."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from algorithms.petct.analysis import Analysis, Method
from algorithms.petct.margin import SLACK_MM, Margin
from algorithms.petct.model import ALGORITHM, CITATION, POSITIVE_MM, VERSION
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_answer import Context, reason_of, status_of, validity_of
from console.acquisition.petct_kept import opened
from console.cases.inputs import Inputs, Recomputed
from console.cases.model import CaseFile, Provenance, Reading, Session, Validity, Value
from console.cases.service import CaseService
from console.faults import Refused

MODALITY = "petct"
TITLE = "PET-CT"
MINIMUM, MARGIN, CLASS, NARROWEST = "minimum margin", "margin", "margin class", "narrowest face"
TUMOUR, SPECIMEN, SUV, AGREEMENT, RANGE = "tumour volume", "specimen volume", "SUV max", "models positive", "range of members"
WITHIN = ("surface closer than 1 mm", "surface closer than 2 mm")
UNORIENTED = "Specimen orientation not recorded: a face may bear another's name."
BASELINE_ONLY = "A plain threshold can alarm, it cannot clear."
AGAIN = "Specimen analysed again"
STEP_MM, STEP_MM2 = Decimal("0.01"), Decimal("0.1")
MAGIC, MAGIC_AT = b"DICM", 128
DICOM, NPZ, PNG, KEPT = "application/dicom", "application/x-npz", "image/png", "application/x-rimlight-petct"
EDITED, EDITOR = "Tumour corrected by hand", "edited by"


@dataclass(frozen=True, slots=True)
class Files:
    """What is kept beside the numbers; empty where nothing was drawn. `pictures`: the three slices through the narrowest place, PNG, by name.

    `kept` is the answer with what it was measured on (`console.acquisition.petct_kept`), from which it is shown again and measured anew.
    `models`: of an edited outline, what was drawn before.
    """

    tumour: bytes = b""
    probabilities: bytes = b""
    kept: bytes = b""
    pictures: tuple[tuple[str, bytes], ...] = ()
    models: bytes = b""

    def named(self) -> tuple[tuple[bytes, str, str], ...]:
        """Content, media type and name of each, the kept answer first."""
        whole = ((self.kept, KEPT, "PET-CT answer with its pictures"), (self.tumour, DICOM, "PET-CT tumour, DICOM SEG"),
                 (self.models, DICOM, "PET-CT tumour before it was edited, DICOM SEG"),
                 (self.probabilities, NPZ, "PET-CT probabilities"))  # fmt: skip
        return tuple(one for one in whole if one[0]) + tuple((content, PNG, f"PET-CT, {name}") for name, content in self.pictures)


def sign(
    service: CaseService,
    session: Session,
    file: CaseFile,
    specimen_id: str,
    found: Analysis | Indeterminate,
    context: Context,
    files: Files,
) -> Reading:
    """Seal the files and sign one reading of this specimen; an analysis done again replaces the one before."""
    kept = [service.add_asset(session, file.case.id, *one).sha256 for one in files.named()]
    earlier = standing(service.case_file(session, file.case.id), specimen_id)
    return service.add_reading(
        session, file.case.id, specimen_id, MODALITY, values(found, context), validity(found, context), provenance(found, context),
        assets=tuple(dict.fromkeys(kept)), supersedes=earlier.id if earlier else None, reason=AGAIN if earlier else "",
    )  # fmt: skip


def sign_edited(
    service: CaseService, session: Session, file: CaseFile, before: tuple[Reading, Analysis], found: Analysis, suv: float | None, files: Files,
    voxels: int,
) -> Reading:  # fmt: skip
    """The same answer with an outline corrected by hand (`voxels` changed): a new reading that names the old one, which stays as it was.

    `before`: the old one, and the answer that it told; what kept that from being judged holds for the new outline only where it still does.
    """
    old, told = before
    kept = [service.add_asset(session, file.case.id, *one).sha256 for one in files.named()]
    name = session.user.name
    known = tuple(pair for pair in old.provenance.parameters if pair[0] not in {EDITOR, "voxels changed"})
    made = replace(old.provenance, parameters=(*known, (EDITOR, name), ("voxels changed", str(voxels))))
    reason = reason_of(found)
    limits = old.validity.statement.removeprefix(reason_of(told)).lstrip()
    limits = limits.removeprefix(_by_hand(dict(old.provenance.parameters).get(EDITOR, "")))
    statement = " ".join(part for part in (reason, _by_hand(name).strip(), limits) if part)
    return service.add_reading(
        session, file.case.id, old.specimen_id, MODALITY, values_of(found, suv), Validity(usable=not reason, statement=statement), made,
        assets=tuple(dict.fromkeys(kept)), supersedes=old.id, reason=EDITED,
    )  # fmt: skip


def outlines(assets: Iterable[bytes]) -> tuple[bytes, ...]:
    """The DICOM segmentations among a reading's files: the outline that stands, then what was drawn before a hand changed it."""
    return tuple(content for content in assets if content[MAGIC_AT:].startswith(MAGIC))


def edited(reading: Reading) -> bool:
    """Whether a hand changed its outline."""
    return any(name == EDITOR for name, _ in reading.provenance.parameters)


def _by_hand(name: str) -> str:
    return f"Outline edited by hand by {name}. " if name else ""


def standing(file: CaseFile, specimen_id: str) -> Reading | None:
    """The analysis that stands for this specimen."""
    own = [reading for reading in file.readings if reading.modality == MODALITY and reading.specimen_id == specimen_id]
    replaced = {reading.supersedes for reading in own}
    return next((reading for reading in reversed(own) if reading.id not in replaced), None)


def values(found: Analysis | Indeterminate, context: Context) -> tuple[Value, ...]:
    """The class, then mm to 0.01 for the whole and for each face, areas, volumes, and how far the models agree."""
    return values_of(found, context.scan.suv.body_weight.value)


def values_of(found: Analysis | Indeterminate, suv: float | None) -> tuple[Value, ...]:
    """The same; `suv` makes g/ml of the PET, None where that cannot be known."""
    said = [Value(CLASS, text=status_of(found))]
    if isinstance(found, Indeterminate):
        return tuple(said)
    if isinstance(found.margin, Margin):
        said += _of_margin(found.margin)
    said += [Value(TUMOUR, _number(found.tumour_mm3, STEP_MM2), "mm³"), Value(SPECIMEN, _number(found.specimen_mm3, STEP_MM2), "mm³")]
    if suv is not None:
        said.append(Value(SUV, _number(found.uptake.raw_peak * suv, STEP_MM), "g/ml"))
    return (*said, *_of_agreement(found))


def _of_margin(margin: Margin) -> list[Value]:
    said = [
        Value(MINIMUM, _number(margin.minimum_mm, STEP_MM), "mm", margin.face),
        Value(NARROWEST, face=margin.face, text=margin.face.value),
    ]
    for one in margin.faces:
        said.append(Value(MARGIN, _number(one.margin_mm, STEP_MM), "mm", one.face))
        areas = zip(WITHIN, (one.within_1_mm2, one.within_2_mm2), strict=True)
        said += [Value(name, _number(area, STEP_MM2), "mm²", one.face) for name, area in areas]
    return said


def _of_agreement(found: Analysis) -> list[Value]:
    agreed = found.agreement
    if agreed is None:
        return []
    said = [Value(AGREEMENT, Decimal(agreed.positive), text=f"{agreed.positive} of {agreed.members}")]
    if agreed.range_mm is not None:
        low, high = agreed.range_mm
        said.append(Value(RANGE, text=f"{low:.1f} to {high:.1f} mm hold 90 % of the margins of {agreed.measured} members"))
    return said


def with_faces(margin: Margin, said: Sequence[Value]) -> Margin:
    """The same millimetres under the faces of signed values: an orientation that was changed after signing gave them other names."""
    rows = [Face(value.face) for value in said if value.name == MARGIN and value.face is not None]
    nearest = next((Face(value.face) for value in said if value.name == NARROWEST and value.face is not None), margin.face)
    faces = tuple(replace(one, face=face) for one, face in zip(margin.faces, rows, strict=False))
    return replace(margin, face=nearest, faces=faces or margin.faces)


def recompute(inputs: Inputs) -> Recomputed:
    """The outline that was kept, measured anew in the specimen that was kept: the networks are not asked again."""
    reading = inputs.reading
    if not reading.assets:
        raise Refused("Nothing was drawn, so there is nothing to measure.")
    kept = opened(inputs.asset(reading.assets[0]))
    found = kept.answer
    if isinstance(found.margin, Margin):
        found = replace(found, margin=with_faces(found.margin, reading.values))
    return Recomputed(values_of(found, kept.volumes.suv), reading.provenance.input_sha256, VERSION)


def validity(found: Analysis | Indeterminate, context: Context) -> Validity:
    """The limits of the method; not usable where the margin could not be judged."""
    return Validity(usable=not reason_of(found), statement=validity_of(found, context))


def provenance(found: Analysis | Indeterminate, context: Context) -> Provenance:
    """Enough to compute it again from the scanner's files."""
    scales = context.models.normalisation
    parameters = [
        ("method", context.method.value), ("tumour type", context.kind.value),
        ("orientation", "recorded" if context.faces.recorded else "not recorded"),
        ("CT scale", f"{scales.ct_low_hu:g} to {scales.ct_high_hu:g} HU"), ("PET scale", f"{scales.pet_share:g} of the maximum"),
        ("source", CITATION),
    ]  # fmt: skip
    if context.models.members:
        parameters += [("models", f"{len(context.models.members)} {context.models.family.value}"), ("models SHA-256", context.models.digest),
                       ("trained on", context.models.trained_on)]  # fmt: skip
    if context.method is Method.THRESHOLD:
        parameters.append(("thresholds", " ".join(f"{share:.0%}" for share in context.models.shares)))
    if isinstance(found, Analysis):
        parameters.append(("multifocal", "yes" if found.multifocal else "no"))
    return Provenance(ALGORITHM, VERSION, context.scan.sha256, tuple(parameters), context.scan.device, context.scan.simulated)


def evidence(reading: Reading) -> Evidence:
    """The row of one specimen: millimetres at every face; a class of its own only where the tumour touches."""
    known = dict(reading.provenance.parameters)
    usable = reading.validity.usable
    why_not = BASELINE_ONLY if known.get("method") == Method.THRESHOLD else UNORIENTED if known.get("orientation") != "recorded" else ""
    return Evidence(
        reading_id=reading.id, title=TITLE, subtitle=_subtitle(reading, known), taken_at=reading.taken_at, faces=_faces(reading) if usable else (),
        usable=usable, can_clear=not why_not, reason=reading.validity.statement if not usable else why_not,
    )  # fmt: skip


def _subtitle(reading: Reading, known: dict[str, str]) -> str:
    agreed = next((f"{value.text} positive" for value in reading.values if value.name == AGREEMENT), "")
    edited = f"edited by {known[EDITOR]}" if EDITOR in known else ""
    return " · ".join(part for part in (known.get("method", ""), agreed, edited) if part)


def _faces(reading: Reading) -> tuple[FaceEvidence, ...]:
    found = []
    for value in reading.values:
        if value.name == MARGIN and value.face is not None and value.number is not None:
            touching = float(value.number) <= POSITIVE_MM + SLACK_MM
            found.append(FaceEvidence(Face(value.face), value.number, margin_class=MarginClass.POSITIVE if touching else None))
    return tuple(found)


def _number(value: float, step: Decimal) -> Decimal:
    return Decimal(repr(float(value))).quantize(step)
