"""A case without its patient: identifiers replaced by pseudonyms, dates shifted, and of all words only those that the console itself uses.

What is kept is chosen, not what is removed: a text passes when every word of it is in `LEXICON`. So an identifier in a field where nobody expected it
does not pass either. Exports are then made of this case as of any other.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from algorithms.evidence.kinds import Finding, Kind
from algorithms.faces import Face
from algorithms.fluorescence.model import Outcome as Seen
from algorithms.margins.model import Evidence, MarginClass
from console.cases.model import (
    Biomarkers,
    Case,
    CaseFile,
    Event,
    EventKind,
    Outcome,
    Patient,
    Provenance,
    Reading,
    Specimen,
    Validity,
    Value,
)
from console.cases.registry import pseudonym
from console.cohorts.store_cohort import shift_days

OLDEST = 89  # beyond that, years alone identify
LIMITS = "Limits of the method: see its documentation."
EARLIEST = date(1900, 1, 1)
_OURS = (
    "above again alarms all allergy alone and anterior area areola asked at atypical away axis background bare be benign bit bound "
    "calcification cancer cannot carcinoma cavities cavity cells centralization centre chance check class clear clip clock close "
    "closer cnr concentration connected contrast counted counts ct cytology db dcis deep definition depth detection diameter dicom "
    "difference distance dn dose e each eccentricity edge enough ensemble exactly exposure extent face faces faint false fast field "
    "first flip fluorescence formula found frame frames from front frozen gain glow grade grid gross growth height high hold hour "
    "how icg ilc image imprint in indeterminate index inferior injection ink interval intratumoural invasive involved iodide is it "
    "judged known largest lateral laterality left length lesion light limit live logged look lost low major malignancy malignant map "
    "margin margins mass maximum mean measured measurement medial median members method microwave minimum minor misfit mixed mm "
    "model models motion ms narrowest near nearest negative no noise none not nst number o of offset on only or orientation other "
    "ours outcome outline pathology patterns per percent peritumoural pet petct piece pixel place positive posterior precancerous "
    "probability px radiograph radiography range ratio reached reading readings reconstruction recorded reference region regularised "
    "relative remaining resected residual restricted result right route rule ruler sample section seen series share shave side "
    "signal simulated sites size smallest specimen standard subareolar subject superior surface surrounding suv than the threshold "
    "tissue to top true tumor tumour type ultrasound uncertain unknown usable view visible volume wall warning weight wide wider "
    "width with within yes"
)
LEXICON = frozenset(_OURS.split()) | {
    word
    for known in (Finding, Kind, Face, Seen, MarginClass, EventKind)
    for one in known
    for word in re.findall(r"[a-z]+", one.value.lower())
}
_TOKEN = re.compile(r"[^\W\d_]+|\d+|_")
_LONGEST_NUMBER = 4  # digits in a row; record numbers and dates are longer, or are pairs
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def anonymous(file: CaseFile, secret: bytes) -> CaseFile:
    """The case of nobody. The same patient always moves by the same number of days, and bears the same pseudonym."""
    patient = file.case.patient.mrn.strip().upper()
    shift = timedelta(days=-shift_days(secret, patient))
    ids = {record.id: _id(secret, record.id) for group in (file.specimens, file.readings, file.events, file.outcomes) for record in group}
    case_id = ids[file.case.id] = _id(secret, file.case.id)

    def whom(name: str) -> str:
        return pseudonym(secret, f"person {name.strip().casefold()}")

    return CaseFile(
        _case(file.case, case_id, pseudonym(secret, f"patient {patient}"), shift, whom),
        tuple(Specimen(ids[one.id], case_id, one.number, one.kind, one.face, weight_g=one.weight_g) for one in file.specimens),
        tuple(_reading(one, ids, case_id, shift, whom(one.by), secret) for one in file.readings),
        (),
        tuple(_event(one, ids, case_id, shift, whom(one.by)) for one in file.events),
        (),
        tuple(
            Outcome(ids[one.id], case_id, one.kind, _moved(one.on, shift), whom(one.by), _values(one.values), ids.get(one.supersedes or ""))
            for one in file.outcomes
        ),
    )


def anonymous_rows(rows: Iterable[Evidence], file: CaseFile, nobody: CaseFile) -> tuple[Evidence, ...]:
    """The evidence of the stored case in the names of its anonymous twin: judged from everything that was known, told in words of ours."""
    shift = nobody.case.scheduled_at - file.case.scheduled_at
    ids = {old.id: new.id for group in ("specimens", "readings", "events")
           for old, new in zip(getattr(file, group), getattr(nobody, group), strict=True)}  # fmt: skip
    return tuple(
        replace(
            row, reading_id=ids[row.reading_id], specimen_id=ids.get(row.specimen_id or ""), taken_at=row.taken_at + shift, subtitle="", reason="",
            validity=LIMITS, title=ours(row.title) or ours(row.key) or "other",
            faces=tuple(replace(one, finding=ours(one.finding), reading_id=ids.get(one.reading_id, "")) for one in row.faces),
        )
        for row in rows
    )  # fmt: skip


def ours(text: str) -> str:
    """The text, where every word of it is one of ours and no number in it could be a record number or a date; else nothing."""
    if _DATE.search(text):
        return ""
    for token in _TOKEN.findall(text):
        if token.isdigit() and len(token) > _LONGEST_NUMBER:
            return ""
        if token.isalpha() and len(token) > 1 and token.lower() not in LEXICON:
            return ""
    return text


def _case(case: Case, case_id: str, name: str, shift: timedelta, whom: Callable[[str], str]) -> Case:
    day = case.scheduled_at + shift
    age = min(case.patient.age_on(case.scheduled_at.date()), OLDEST)
    patient = Patient(name, name, "", date(max(day.year - age, EARLIEST.year), 1, 1), case.patient.sex)
    markers = case.biomarkers
    return Case(
        case_id, patient, case.side, day, surgeon=whom(case.surgeon) if case.surgeon else "", tumour_type=case.tumour_type,
        biomarkers=Biomarkers(markers.er, markers.pr, markers.her2, markers.ki67_percent), rule_set=case.rule_set, simulated=case.simulated,
    )  # fmt: skip


def _reading(reading: Reading, ids: dict[str, str], case_id: str, shift: timedelta, by: str, secret: bytes) -> Reading:
    made = reading.provenance
    return Reading(
        ids[reading.id], case_id, ids.get(reading.specimen_id or ""), ours(reading.modality) or "other", reading.taken_at + shift, by,
        _values(reading.values), Validity(reading.validity.usable, LIMITS),
        Provenance(ours(made.algorithm) or "other", ours(made.version), _id(secret, made.input_sha256) if made.input_sha256 else "",
                   tuple(one for one in made.parameters if ours(one[0]) and ours(one[1])), simulated=made.simulated),
        supersedes=ids.get(reading.supersedes or ""),
    )  # fmt: skip


def _event(event: Event, ids: dict[str, str], case_id: str, shift: timedelta, by: str) -> Event:
    return Event(
        ids[event.id], case_id, ours(event.kind) or "other", event.at + shift, by, specimen_id=ids.get(event.specimen_id or ""),
        supersedes=ids.get(event.supersedes or ""),
    )  # fmt: skip


def _values(values: Iterable[Value]) -> tuple[Value, ...]:
    """Numbers stay with names of ours; a value whose name is not one of ours goes as a whole, for it may say whose it is."""
    kept = (replace(value, text=ours(value.text), unit=_unit(value.unit)) for value in values if ours(value.name))
    return tuple(value for value in kept if _number(value) or value.text or value.face)


def _number(value: Value) -> bool:
    return value.number is not None and len(value.number.as_tuple().digits) <= 8


def _unit(unit: str) -> str:
    return unit if len(unit) <= 3 or unit in {"g/ml", "× background", "mm²", "cm³", "mm³"} else ours(unit)


def _id(secret: bytes, name: str) -> str:
    return hmac.new(secret, b"record " + name.encode(), hashlib.sha256).hexdigest()[:32]


def _moved(day: date, shift: timedelta) -> date:
    return day + shift if not isinstance(day, datetime) else (day + shift).date()
