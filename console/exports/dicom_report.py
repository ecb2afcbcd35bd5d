"""The verdict and every face's millimetres as a structured report (TID 1500), and the printed report inside DICOM."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import highdicom
from highdicom.sr import CodedConcept
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes

from algorithms.margins.judgement import Judgement, classify
from algorithms.margins.model import Evidence, FaceEvidence
from console import __version__
from console.cases.model import CaseFile, Side
from console.exports.dicom import PRIVATE, RESEARCH, SIMULATED, DicomObject, Subject, address, plain, put, sealed, serial, uid

ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1"
LUMPECTOMY = CodedConcept("392021009", "SCT", "Lumpectomy of breast")


def structured(subject: Subject, evidence: Sequence[Evidence], judgement: Judgement, seen: Sequence[DicomObject]) -> DicomObject:
    """Verdict, rule, and one group of measurements for each face of each piece of evidence; `seen` are the objects that it rests on."""
    report = highdicom.sr.MeasurementReport(
        observation_context=_context(),
        procedure_reported=LUMPECTOMY,
        imaging_measurements=[
            _verdict(subject, judgement),
            *(_judged(subject, judgement, index) for index in range(len(judgement.faces))),
            *(_found(subject, row, face, judgement) for row in evidence for face in row.faces),
        ],
        title=codes.DCM.ImagingMeasurementReport,
    )
    at = last_moment(subject.file)
    made = highdicom.sr.ComprehensiveSR(
        evidence=[one.head for one in seen] or [_nobody(subject)], content=report[0], series_instance_uid=uid("draft"), series_number=1,
        sop_instance_uid=uid("draft"), instance_number=1, manufacturer="Rimlight", is_complete=True, is_final=False, record_evidence=bool(seen),
    )  # fmt: skip
    address(made, subject)
    serial(made, subject, "Margin report", 9104, "SR", at)
    put(made, ObservationDateTime=f"{at:%Y%m%d%H%M%S}")
    return sealed(made, "margin-report-sr", "Margins by face, structured report", "report", subject.file.case.id)


def encapsulated(subject: Subject, pdf: bytes, at: datetime) -> DicomObject:
    """The printed report; it bears the patient's name on its pages."""
    made = plain(subject, ENCAPSULATED_PDF)
    serial(made, subject, "Margin report, printed", 9105, "DOC", at)
    put(
        made,
        ConversionType="SD",
        AcquisitionDateTime=f"{at:%Y%m%d%H%M%S}",
        BurnedInAnnotation="YES",
        DocumentTitle=f"Margin report. {subject.notice}",
        ConceptNameCodeSequence=[],
        MIMETypeOfEncapsulatedDocument="application/pdf",
        EncapsulatedDocumentLength=len(pdf),
        EncapsulatedDocument=pdf + b"\0" * (len(pdf) % 2),
    )
    return sealed(made, "margin-report-pdf", "Margin report, printed", "printed", subject.file.case.id)


def last_moment(file: CaseFile) -> datetime:
    """When the newest of what it rests on was signed: the same case gives the same report."""
    moments = [reading.taken_at.astimezone(file.case.scheduled_at.tzinfo) for reading in file.readings]
    return max(moments, default=file.case.scheduled_at)


def own(word: str, meaning: str = "") -> CodedConcept:
    """One of our own codes: there is no public one that says exactly this."""
    return CodedConcept(word.upper().replace(" ", "_"), PRIVATE, (meaning or word)[:64])


def _context() -> highdicom.sr.ObservationContext:
    device = highdicom.sr.DeviceObserverIdentifyingAttributes(
        uid=uid("device", __version__),
        name="Rimlight",
        manufacturer_name="Rimlight",
        model_name="Rimlight console",
        serial_number="research",
    )
    observer = highdicom.sr.ObserverContext(observer_type=codes.DCM.Device, observer_identifying_attributes=device)
    return highdicom.sr.ObservationContext(observer_device_context=observer)


def _verdict(subject: Subject, judgement: Judgement) -> highdicom.sr.MeasurementsAndQualitativeEvaluations:
    rule = judgement.rule
    data = own("simulated", SIMULATED) if subject.file.case.simulated else own("measured", "Measured data")
    told = [("verdict", own(judgement.status.value)), ("rule set", CodedConcept(rule.id, PRIVATE, rule.title[:64])),
            ("rule version", own(f"version {rule.version}")), ("data", data), ("use", own("research", RESEARCH))]  # fmt: skip
    group = _group(subject, "Verdict", told, "verdict")
    words = judgement.headline if subject.anonymous else f"{judgement.headline}. {judgement.sentence}"
    _comment(group, f"{words} {subject.notice}")
    return group


def _judged(subject: Subject, judgement: Judgement, index: int) -> highdicom.sr.MeasurementsAndQualitativeEvaluations:
    """What the rule makes of one face."""
    judged = judgement.faces[index]
    told = [("face", own(judged.face.value)), ("margin class", own(judged.margin_class.value))]
    return _group(subject, f"Narrowest evidence, {judged.face.value}", told, "narrowest", judged.face.value, finding=judged.finding)


def _found(subject: Subject, row: Evidence, face: FaceEvidence, judgement: Judgement) -> highdicom.sr.MeasurementsAndQualitativeEvaluations:
    """What one method said of one face."""
    margin_class = classify(face, row, judgement.rule).value if row.usable else "not used"
    told = [("face", own(face.face.value)), ("method", own(row.key or "evidence", row.title)), ("margin class", own(margin_class)),
            ("site", own(row.site.value))]  # fmt: skip
    if face.finding:
        told.append(("finding", own(face.finding[:64])))
    return _group(subject, f"{row.title}, {face.face.value}", told, "found", row.reading_id, face.face.value, finding=face)


def _group(
    subject: Subject, title: str, told: Sequence[tuple[str, CodedConcept]], *parts: str, finding: FaceEvidence | None = None
) -> highdicom.sr.MeasurementsAndQualitativeEvaluations:
    side = codes.SCT.Left if subject.file.case.side is Side.LEFT else codes.SCT.Right
    measured = finding is not None and finding.margin_mm is not None
    if measured and finding is not None:
        told = [*told, ("bound", own("at least" if finding.at_least else "exactly"))]
    return highdicom.sr.MeasurementsAndQualitativeEvaluations(
        tracking_identifier=highdicom.sr.TrackingIdentifier(uid=uid("tracking", subject.file.case.id, *parts), identifier=title[:64]),
        finding_sites=[highdicom.sr.FindingSite(anatomic_location=codes.SCT.Breast, laterality=side)],
        measurements=[_millimetres(finding)] if measured and finding is not None else None,
        qualitative_evaluations=[highdicom.sr.QualitativeEvaluation(own(name), value) for name, value in told],
    )


def _millimetres(finding: FaceEvidence) -> highdicom.sr.Measurement:
    assert finding.margin_mm is not None
    return highdicom.sr.Measurement(own("margin", "Distance of tumour from the face"), float(finding.margin_mm), codes.UCUM.Millimeter)


def _comment(group: highdicom.sr.MeasurementsAndQualitativeEvaluations, words: str) -> None:
    item = highdicom.sr.TextContentItem(
        name=codes.DCM.Comment, value=words[:1000], relationship_type=highdicom.sr.RelationshipTypeValues.CONTAINS
    )
    group[0].ContentSequence.append(item)


def _nobody(subject: Subject) -> Dataset:
    """Patient and study as highdicom wants them, where the report rests on no picture."""
    made = plain(subject, ENCAPSULATED_PDF)
    put(made, SeriesInstanceUID=made.SOPInstanceUID, Modality="OT")
    return made
