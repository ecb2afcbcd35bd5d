"""A case as one FHIR R4 bundle; public codes only where the code is certain, words everywhere else. `docs/exports.md` lists every code."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from algorithms.margins.judgement import Judgement, classify
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from console import __version__
from console.cases.model import CaseFile, Reading, Side, Specimen
from console.exports.dicom import RESEARCH, SIMULATED

Resource = dict[str, Any]
SNOMED, UCUM = "http://snomed.info/sct", "http://unitsofmeasure.org"
TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"
OWN = "urn:rimlight"
LUMPECTOMY = ("392021009", "Lumpectomy of breast")
BREASTS = {Side.LEFT: ("80248007", "Left breast structure"), Side.RIGHT: ("73056007", "Right breast structure")}
TISSUE = ("119376003", "Tissue specimen")
READ_AS = {
    MarginClass.POSITIVE: ("POS", "Positive"), MarginClass.NEGATIVE: ("NEG", "Negative"), MarginClass.INDETERMINATE: ("IND", "Indeterminate"),
}  # fmt: skip
GENDERS = {"F": "female", "M": "male", "O": "other"}
_ROOT = uuid.UUID("d6b4f0c2-2c1b-5d6f-8a39-7f1a0c9b1e55")


def bundle(
    file: CaseFile, names: Mapping[str, str], evidence: Sequence[Evidence], judgement: Judgement, *, anonymous: bool = False
) -> bytes:
    """UTF-8 JSON. `names` are those of the people by their ids."""
    resources = _resources(file, names, evidence, judgement, anonymous=anonymous)
    for resource in resources:
        resource["meta"] = _meta(file)
    entries = [{"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource} for resource in resources]
    whole = {
        "resourceType": "Bundle", "id": _id("bundle", file.case.id), "meta": _meta(file), "type": "collection", "timestamp": _when(_last(file)),
        "entry": entries,
    }  # fmt: skip
    return json.dumps(whole, indent=1, ensure_ascii=False).encode()


def _resources(
    file: CaseFile, names: Mapping[str, str], evidence: Sequence[Evidence], judgement: Judgement, *, anonymous: bool
) -> list[Resource]:
    readings = {reading.id: reading for reading in file.readings}
    found = [_observation(file, row, face, readings, judgement) for row in evidence if not row.waiting for face in row.faces]
    words = judgement.headline if anonymous else f"{judgement.headline}. {judgement.sentence}"
    overall = _verdict(file, judgement, words)
    return [
        _patient(file, anonymous=anonymous), _procedure(file), *(_specimen(file, piece) for piece in file.specimens),
        *_devices(file), *found, overall, _report(file, words, [overall, *found]),
        *(_provenance(reading, names, [one for one in found if one["identifier"][0]["value"] == reading.id]) for reading in file.readings
          if any(one["identifier"][0]["value"] == reading.id for one in found)),
    ]  # fmt: skip


def _patient(file: CaseFile, *, anonymous: bool) -> Resource:
    patient = file.case.patient
    made: Resource = {
        "resourceType": "Patient", "id": _id("patient", file.case.id), "identifier": [{"system": f"{OWN}:patient", "value": patient.mrn}],
        "gender": GENDERS[patient.sex.value],
    }  # fmt: skip
    if anonymous:
        return made | {"birthDate": f"{patient.birth_date:%Y}"}
    return made | {"name": [{"family": patient.family_name, "given": [patient.given_name]}], "birthDate": patient.birth_date.isoformat()}


def _procedure(file: CaseFile) -> Resource:
    case = file.case
    return {
        "resourceType": "Procedure", "id": _id("procedure", case.id), "status": "completed" if _ended(file) else "in-progress",
        "code": _concept(case.procedure, SNOMED, *LUMPECTOMY), "subject": _patient_of(file), "bodySite": [_concept("", SNOMED, *BREASTS[case.side])],
        "performedPeriod": {"start": _when(case.scheduled_at)},
    }  # fmt: skip


def _specimen(file: CaseFile, piece: Specimen) -> Resource:
    words = f"Specimen {piece.number}, {piece.kind.value}" + (f" of the {piece.face.value} face" if piece.face else "")
    return {
        "resourceType": "Specimen", "id": _id("specimen", piece.id), "identifier": [{"system": f"{OWN}:specimen", "value": piece.id}],
        "type": _concept(words, SNOMED, *TISSUE), "subject": _patient_of(file),
        "collection": {"bodySite": _concept("", SNOMED, *BREASTS[file.case.side])},
    }  # fmt: skip


def _devices(file: CaseFile) -> list[Resource]:
    """This console, and each device that a reading names."""
    console = {
        "resourceType": "Device", "id": _id("device", "Rimlight"), "manufacturer": "Rimlight",
        "deviceName": [{"name": "Rimlight console", "type": "model-name"}], "version": [{"value": __version__}],
    }  # fmt: skip
    named = dict.fromkeys(reading.provenance.device for reading in file.readings if reading.provenance.device)
    return [console, *({
        "resourceType": "Device", "id": _id("device", name), "deviceName": [{"name": name, "type": "other"}],
    } for name in named)]  # fmt: skip


def _observation(file: CaseFile, row: Evidence, face: FaceEvidence, readings: Mapping[str, Reading], judgement: Judgement) -> Resource:
    """What one method says of one face."""
    reading = readings.get(face.reading_id or row.reading_id)
    found = classify(face, row, judgement.rule) if row.usable else MarginClass.INDETERMINATE
    made: Resource = {
        "resourceType": "Observation", "id": _id("observation", row.reading_id, face.face.value),
        "identifier": [{"system": f"{OWN}:reading", "value": reading.id if reading else row.reading_id}],
        "status": "final" if row.usable else "cancelled",
        "code": {"text": f"Margin, {face.face.value} face, {row.title}"}, "subject": _patient_of(file), "effectiveDateTime": _when(row.taken_at),
        "partOf": [_reference("procedure", file.case.id)],
        "method": {"text": row.title}, "bodySite": _concept(f"{face.face.value} face", SNOMED, *BREASTS[file.case.side]),
        "interpretation": [_interpretation(found)], "note": [{"text": _notice(file)}],
    }  # fmt: skip
    if row.specimen_id:
        made["specimen"] = _reference("specimen", row.specimen_id)
    if reading is not None and reading.provenance.device:
        made["device"] = _reference("device", reading.provenance.device)
    return made | _value(face)


def _value(face: FaceEvidence) -> Resource:
    if face.margin_mm is not None:
        number: Resource = {"value": float(face.margin_mm), "unit": "mm", "system": UCUM, "code": "mm"}
        return {"valueQuantity": number | ({"comparator": ">="} if face.at_least else {})}
    return {"valueString": face.finding} if face.finding else {"dataAbsentReason": {"text": "No distance was measured"}}


def _verdict(file: CaseFile, judgement: Judgement, words: str) -> Resource:
    rule = judgement.rule
    return {
        "resourceType": "Observation", "id": _id("verdict", file.case.id), "identifier": [{"system": f"{OWN}:verdict", "value": file.case.id}],
        "status": "final", "code": {"text": "Margin status by rule set"}, "subject": _patient_of(file), "effectiveDateTime": _when(_last(file)),
        "valueString": judgement.status.value, "interpretation": [_interpretation(judgement.status)],
        "method": {"text": f"{rule.title} ({rule.id}, version {rule.version})"}, "note": [{"text": words}, {"text": _notice(file)}],
    }  # fmt: skip


def _report(file: CaseFile, words: str, results: Sequence[Resource]) -> Resource:
    return {
        "resourceType": "DiagnosticReport", "id": _id("report", file.case.id), "status": "preliminary",
        "code": {"text": "Margins in breast-conserving surgery"}, "subject": _patient_of(file), "effectiveDateTime": _when(_last(file)),
        "specimen": [_reference("specimen", piece.id) for piece in file.specimens],
        "result": [{"reference": f"urn:uuid:{one['id']}"} for one in results],
        "conclusion": f"{words} {_notice(file)}",
    }  # fmt: skip


def _provenance(reading: Reading, names: Mapping[str, str], targets: Sequence[Resource]) -> Resource:
    made = reading.provenance
    return {
        "resourceType": "Provenance", "id": _id("provenance", reading.id), "target": [{"reference": f"urn:uuid:{one['id']}"} for one in targets],
        "recorded": _when(reading.taken_at), "activity": {"text": f"{made.algorithm} version {made.version}"},
        "agent": [{"who": {"display": names.get(reading.by, reading.by)}}],
        "entity": [{"role": "source", "what": {"identifier": {"system": f"{OWN}:sha256", "value": made.input_sha256 or "none"}}}],
    }  # fmt: skip


def _meta(file: CaseFile) -> Resource:
    """Research, and test health data where it is simulated: said by code for machines."""
    made: Resource = {"security": [{"system": f"{TERMINOLOGY}/v3-ActReason", "code": "HRESCH", "display": "healthcare research"}]}
    tags = [{"system": f"{OWN}:use", "code": "research-use-only", "display": RESEARCH}]
    if file.case.simulated:
        tags.append({"system": f"{TERMINOLOGY}/v3-ActReason", "code": "HTEST", "display": "test health data"})
        tags.append({"system": f"{OWN}:data", "code": "simulated", "display": SIMULATED})
    return made | {"tag": tags}


def _interpretation(found: MarginClass) -> Resource:
    known = READ_AS.get(found)
    return _concept(found.value, f"{TERMINOLOGY}/v3-ObservationInterpretation", *known) if known else {"text": found.value}


def _concept(words: str, system: str, code: str, display: str) -> Resource:
    made: Resource = {"coding": [{"system": system, "code": code, "display": display}]}
    return made | ({"text": words} if words else {})


def _reference(kind: str, name: str) -> Resource:
    return {"reference": f"urn:uuid:{_id(kind, name)}"}


def _patient_of(file: CaseFile) -> Resource:
    return _reference("patient", file.case.id)


def _notice(file: CaseFile) -> str:
    return f"{SIMULATED} {RESEARCH}" if file.case.simulated else RESEARCH


def _ended(file: CaseFile) -> bool:
    return any(event.kind == "closure" for event in file.events)


def _last(file: CaseFile) -> datetime:
    return max((reading.taken_at for reading in file.readings), default=file.case.scheduled_at)


def _when(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _id(*parts: str) -> str:
    return str(uuid.uuid5(_ROOT, "|".join(parts)))
