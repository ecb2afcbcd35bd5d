"""Everything that leaves the console of one case, gathered: made in memory, so that it is written, sent or thrown away as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from algorithms.margins.model import Evidence
from console.cases import fluorescence_log, microwave_log, petct_log
from console.cases.access import Action, require
from console.cases.model import CaseFile, Session, User
from console.cases.service import CaseService
from console.cases.verdict import judgement_of
from console.exports.anonymous import anonymous, anonymous_rows
from console.exports.dicom import DicomObject, Subject
from console.exports.dicom_pictures import depth_map, photograph, tumour
from console.exports.dicom_report import encapsulated, last_moment, structured
from console.exports.fhir import bundle
from console.exports.parquet import readings_parquet
from console.exports.sights import Sights, sights_of, standing
from console.exports.tables import readings_csv

EvidenceOf = Callable[[CaseFile], tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True)
class Item:
    """One file of an export: its name, where folders are parted by «/», and its bytes."""

    name: str
    content: bytes


def sights(service: CaseService, session: Session, file: CaseFile) -> Sights:
    """What can be seen of a case; slow."""
    return sights_of(file, lambda sha256: service.read_asset(session, file.case.id, sha256), service.ledger.home / "scans")


def dicom_objects(
    service: CaseService, session: Session, file: CaseFile, evidence: EvidenceOf, seen: Sights, report: bytes
) -> tuple[DicomObject, ...]:
    """Every object of an identified case, the printed report last."""
    require(session, Action.EXPORT)
    subject, rows = Subject(file), evidence(file)
    pictures = _pictures(service, session, (subject, file), seen)
    return (*pictures, structured(subject, rows, judgement_of(file, rows), pictures), encapsulated(subject, report, last_moment(file)))


def tables(file: CaseFile, users: tuple[User, ...], evidence: EvidenceOf) -> tuple[Item, ...]:
    """CSV, Parquet and FHIR of an identified case."""
    names, rows = {user.id: user.name for user in users}, evidence(file)
    return (
        Item("readings.csv", readings_csv((file,), users)), Item("readings.parquet", readings_parquet((file,), users)),
        Item("case.fhir.json", bundle(file, names, rows, judgement_of(file, rows))),
    )  # fmt: skip


def for_research(
    service: CaseService, session: Session, cases: Sequence[tuple[CaseFile, Sights]], evidence: EvidenceOf
) -> tuple[Item, ...]:
    """The same of one case or many, without their patients: tables of all, then objects and FHIR of each under its pseudonym."""
    require(session, Action.EXPORT)
    secret = service.cohort_secret
    files = tuple(anonymous(file, secret) for file, _ in cases)
    items = [Item("readings.csv", readings_csv(files, ())), Item("readings.parquet", readings_parquet(files, ()))]
    for (file, seen), nobody in zip(cases, files, strict=True):
        subject, known = Subject(nobody, anonymous=True), evidence(file)
        judgement, rows = judgement_of(file, known), anonymous_rows(known, file, nobody)
        pictures = _pictures(service, session, (subject, file), seen, secret)
        folder = nobody.case.id[:12]
        items += [Item(f"{folder}/{one.name}", one.content) for one in (*pictures, structured(subject, rows, judgement, pictures))]
        items.append(Item(f"{folder}/case.fhir.json", bundle(nobody, {}, rows, judgement, anonymous=True)))
    return tuple(items)


def _pictures(
    service: CaseService, session: Session, of: tuple[Subject, CaseFile], seen: Sights, secret: bytes = b""
) -> tuple[DicomObject, ...]:
    """`of`: whom the objects name, and the case as it is stored; both have the same readings in the same order."""
    subject, file = of
    named = {old.id: new for old, new in zip(file.readings, subject.file.readings, strict=True)}
    made: list[DicomObject] = []
    for reading in standing(file):
        sight = seen.found.get(reading.id)
        if sight is not None and reading.modality in {fluorescence_log.LIVE, fluorescence_log.RESIDUAL}:
            made.append(photograph(subject, named[reading.id], sight))
        elif sight is not None and sight.depths is not None and reading.modality == microwave_log.MODALITY:
            made.append(depth_map(subject, named[reading.id], sight.depths))
        elif reading.modality == petct_log.MODALITY:
            drawn = petct_log.outlines(service.read_asset(session, file.case.id, sha256) for sha256 in reading.assets)
            made += [tumour(subject, named[reading.id], one, secret, edited=petct_log.edited(reading)) for one in drawn]
    return tuple(made)
