"""From the cases of this console to a cohort: without names, record numbers or birth dates, each patient under a pseudonym, each date shifted.

The cohort is written as a cohort file and read by the same reader as every other, so that a column means the same wherever it came from.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
from collections.abc import Callable, Iterable

from algorithms.faces import Face
from algorithms.margins.judgement import classify
from algorithms.margins.model import Evidence, MarginClass
from algorithms.margins.rules import RuleSet, rule_set
from console.cases import reads_log
from console.cases.derivation import EPOCH, Cell, Origin, excised_depths, excised_faces, operated_on, row_of_registry
from console.cases.model import CaseFile
from console.cases.registry import pseudonym
from console.cohorts.cohort import Cohort
from console.cohorts.dictionary import DEPTH, FIELDS
from console.cohorts.faces import TRUTH
from console.cohorts.reader import parse_cohort
from console.cohorts.writer import harmless

EvidenceOf = Callable[[CaseFile], tuple[Evidence, ...]]
NAME = "Cases of this console"
NOT_METHODS = frozenset({"specimen", "pathology", "gross"})  # a ruler never clears; pathology is the truth itself
SHIFT_DAYS = 365
_SAID = {MarginClass.POSITIVE: "positive", MarginClass.CLOSE: "negative", MarginClass.NEGATIVE: "negative"}  # truth is ink on tumour


def cohort_of_store(files: Iterable[CaseFile], evidence: EvidenceOf, secret: bytes, *, shifted: bool) -> Cohort:
    """Every case as one row. `shifted`: for leaving the console; days are then moved per patient, and rows sorted by pseudonym."""
    rows = [_row(file, evidence, secret, shifted=shifted) for file in files]
    if shifted:
        rows.sort(key=lambda row: row["case_id"])
    titles = [field.name for field in FIELDS] + sorted({name for row in rows for name in row} - {field.name for field in FIELDS})
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(titles)
    writer.writerows([harmless(row.get(title, "")) for title in titles] for row in rows)
    if not rows:
        return Cohort(NAME, hashlib.sha256(b"").hexdigest(), 0, (), (), ("There is no case in this store yet.",))
    return parse_cohort(out.getvalue().encode(), NAME)


def completeness(files: Iterable[CaseFile]) -> dict[str, dict[Origin, int]]:
    """How many cells of each column were derived, entered, missing."""
    found: dict[str, dict[Origin, int]] = {}
    for file in files:
        for cell in row_of_registry(file):
            counts = found.setdefault(cell.column, dict.fromkeys(Origin, 0))
            counts[cell.origin] += 1
    return found


def _row(file: CaseFile, evidence: EvidenceOf, secret: bytes, *, shifted: bool) -> dict[str, str]:
    cells: tuple[Cell, ...] = row_of_registry(file)
    row = {cell.column: cell.text for cell in cells}
    patient = file.case.patient.mrn.strip().upper()
    day = (operated_on(file) - EPOCH).days - (shift_days(secret, patient) if shifted else 0)
    row |= {"case_id": pseudonym(secret, file.case.id), "operation_day": str(day)}
    if file.case.surgeon:
        row["surgeon"] = pseudonym(secret, f"surgeon {file.case.surgeon.strip().casefold()}")
    return row | _methods(file, evidence) | _readers(file, secret) | _truth(file)


def shift_days(secret: bytes, patient: str) -> int:
    """1 to 365, the same for every date of a patient."""
    return 1 + int.from_bytes(hmac.new(secret, b"shift " + patient.encode(), hashlib.sha256).digest()[:4], "big") % SHIFT_DAYS


def _truth(file: CaseFile) -> dict[str, str]:
    """Final pathology of the first excision: of each face, and of the whole."""
    signs = {f"{TRUTH}_{face.value}": "positive" if involved else "negative" for face, involved in excised_faces(file)}
    depths = {f"{TRUTH}_{face.value}{DEPTH}": str(mm) for face, mm in excised_depths(file)}
    return signs | depths | ({f"{TRUTH}_margin": "positive" if "positive" in signs.values() else "negative"} if signs else {})


def _methods(file: CaseFile, evidence: EvidenceOf) -> dict[str, str]:
    """What each method said of each face of the first excision, and of the whole, by the rule of the case."""
    modality = {reading.id: reading.modality for reading in file.readings if reading.specimen_id == file.specimens[0].id}
    rule = rule_set(file.case.rule_set)
    signs: dict[str, str] = {}
    for row in evidence(file):
        name = modality.get(row.reading_id, "")
        if row.usable and name and name not in NOT_METHODS:
            faces = _faces(row, rule)
            signs |= {f"{name}_{face.value}": sign for face, sign in faces.items()} | _depths(name, row)
            if faces and name != "frozen":
                signs[f"{name}_margin"] = "positive" if "positive" in faces.values() else "negative"
    return signs


def _readers(file: CaseFile, secret: bytes) -> dict[str, str]:
    """What each physician called the PET-CT of the first excision before the models' answer was seen; each under a pseudonym."""
    found = (one for one in reads_log.reads(file, file.specimens[0].id) if one.blind)
    return {_reader(secret, one.reader): "positive" if one.call.positive else "negative" for one in found}


def _reader(secret: bytes, name: str) -> str:
    """A column's name: small letters, as every other."""
    return f"reader_{pseudonym(secret, f'reader {name.strip().casefold()}').lower().replace('-', '_')}_margin"


def _faces(row: Evidence, rule: RuleSet) -> dict[Face, str]:
    judged = {found.face: classify(found, row, rule) for found in row.faces}
    return {face: _SAID[margin_class] for face, margin_class in judged.items() if margin_class in _SAID}


def _depths(method: str, row: Evidence) -> dict[str, str]:
    """What was measured, in mm; «at least» is a bound and no measurement."""
    return {f"{method}_{one.face.value}{DEPTH}": str(one.margin_mm) for one in row.faces if one.margin_mm is not None and not one.at_least}
