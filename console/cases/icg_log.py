"""The ICG injection as part of the case: what was given, where it came from, and whether it may be given at all.

Each field is an entry when it is tapped; signing makes one reading of them and the moment «ICG injected». What the label forbids is refused: an
expired vial, one reconstituted more than six hours ago, 2 mg/kg or more, a known allergy to iodide. What the study did otherwise is asked about.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from console.cases.course import first, standing_events
from console.cases.model import CaseFile, EventKind, Patient, Provenance, Reading, Session, Validity, Value
from console.cases.service import CaseService
from console.faults import Refused

FORM = MODALITY = "icg"
KEEPS = timedelta(hours=6)
MOST_MG_PER_KG = Decimal(2)
SITES = (4, 8)
NO_ALLERGY, ALLERGY = "asked, none known", "allergy known"
ROUTES = ("peritumoural", "intratumoural", "subareolar", "intravenous")
LIMITS = "Within 6 h of reconstitution, under 2 mg/kg in total, not with an allergy to iodide; 4 to 8 sites as in Lee et al., Sci Rep 2021;11:9997."


class Field(StrEnum):
    """What is asked, in this order."""

    ALLERGY = "iodide allergy"
    POWDER = "powder mg"
    WATER = "water ml"
    EACH = "ml per site"
    SITES = "sites"
    ROUTE = "route"
    LOT = "lot"
    EXPIRY = "expiry"
    RECONSTITUTED = "reconstituted"


OPTIONS: dict[Field, tuple[str, ...]] = {Field.ALLERGY: (NO_ALLERGY, ALLERGY), Field.ROUTE: ROUTES}
UNITS = {Field.POWDER: "mg", Field.WATER: "ml", Field.EACH: "ml"}
USUAL: dict[Field, str] = {Field.POWDER: "25", Field.WATER: "10", Field.EACH: "0.2", Field.ROUTE: ROUTES[0]}
NUMBERS = {
    Field.POWDER: (Decimal(1), Decimal(200)), Field.WATER: (Decimal(1), Decimal(200)), Field.EACH: (Decimal("0.01"), Decimal(20)),
    Field.SITES: (Decimal(1), Decimal(40)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Injection:
    """What a complete form says."""

    mg_per_ml: Decimal
    ml_per_site: Decimal
    sites: int
    route: str
    lot: str
    expiry: date
    reconstituted: datetime

    @property
    def dose_mg(self) -> Decimal:
        """All sites together."""
        return self.mg_per_ml * self.ml_per_site * self.sites

    def mg_per_kg(self, patient: Patient) -> Decimal | None:
        """None where the weight is not known."""
        return self.dose_mg / patient.weight_kg if patient.weight_kg else None


def entered(file: CaseFile) -> dict[Field, str]:
    """What the form says now: the last entry of each field that stands."""
    undone = {entry.undoes for entry in file.entries if entry.undoes}
    found: dict[Field, str] = {}
    for entry in file.entries:
        if entry.form != FORM or entry.id in undone or entry.undoes or entry.field not in set(Field):
            continue
        if entry.value is None:
            found.pop(Field(entry.field), None)
        else:
            found[Field(entry.field)] = entry.value
    return found


def signed(file: CaseFile) -> Reading | None:
    """The injection that stands."""
    own = [reading for reading in file.readings if reading.modality == MODALITY]
    replaced = {reading.supersedes for reading in own}
    return next((reading for reading in reversed(own) if reading.id not in replaced), None)


def check_field(field: Field, value: str) -> str:
    """The value as it is kept; `Refused` where it is none. Expiry as MMYYYY, reconstituted as HHMM."""
    text = value.strip()
    if field in NUMBERS:
        return _number(field, text)
    if field in OPTIONS and text not in OPTIONS[field]:
        raise Refused(f"{field.value.capitalize()} is one of: {', '.join(OPTIONS[field])}.")
    if field is Field.LOT and not 1 <= len(text) <= 40:
        raise Refused("A lot number has 1 to 40 letters and digits.")
    if field is Field.EXPIRY:
        _expiry(text)
    if field is Field.RECONSTITUTED:
        _clock(text)
    return text


def injection(fields: Mapping[Field, str], now: datetime) -> Injection:
    """The whole form, each field checked; `Refused` names the first that is missing."""
    for field in Field:
        if not fields.get(field):
            raise Refused(f"Still missing: {field.value}.")
        check_field(field, fields[field])
    hour, minute = _clock(fields[Field.RECONSTITUTED])
    made = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    made = made if made <= now + timedelta(minutes=1) else made - timedelta(days=1)  # an evening's vial after midnight
    return Injection(
        Decimal(fields[Field.POWDER]) / Decimal(fields[Field.WATER]), Decimal(fields[Field.EACH]), int(Decimal(fields[Field.SITES])),
        fields[Field.ROUTE], fields[Field.LOT], _expiry(fields[Field.EXPIRY]), made,
    )  # fmt: skip


def forbidden(given: Injection, fields: Mapping[Field, str], patient: Patient, now: datetime) -> str:
    """Why this may not be given; empty where it may."""
    if fields.get(Field.ALLERGY) == ALLERGY:
        return "ICG contains iodide, and an allergy is known: it is not given."
    if given.expiry < now.date():
        return f"The vial expired at the end of {given.expiry:%B %Y}. Take another."
    age = now - given.reconstituted
    if age > KEEPS:
        return f"The vial was reconstituted {age.total_seconds() / 3600:.1f} h ago; it keeps for 6 h. Take another."
    share = given.mg_per_kg(patient)
    if share is not None and share >= MOST_MG_PER_KG:
        return f"{given.dose_mg.normalize():f} mg are {share:.1f} mg/kg; the total stays under {MOST_MG_PER_KG} mg/kg."
    return ""


def doubts(given: Injection, patient: Patient) -> tuple[str, ...]:
    """What is unusual and may be right."""
    found = []
    if not SITES[0] <= given.sites <= SITES[1]:
        found.append(f"{given.sites} sites; the study injected {SITES[0]} to {SITES[1]}.")
    if patient.weight_kg is None:
        found.append("The weight is not known, so mg/kg is not checked.")
    if "iod" in patient.allergies.lower():
        found.append("The case names an allergy that may be to iodide.")
    return tuple(found)


def sign(service: CaseService, session: Session, file: CaseFile, now: datetime) -> Reading:
    """Sign what the form says, now; refused with the reason where it may not be given. A second one needs the first to be undone by correction."""
    if signed(file) is not None:
        raise Refused("The injection was signed already.")
    fields = entered(file)
    given = injection(fields, now)
    if why := forbidden(given, fields, file.case.patient, now):
        raise Refused(why)
    reading = service.add_reading(
        session,
        file.case.id,
        None,
        MODALITY,
        _values(given, fields, file.case.patient),
        Validity(usable=True, statement=LIMITS),
        _made(fields),
    )
    if first(standing_events(file), EventKind.ICG) is None:  # it may have been tapped as a moment already
        service.add_event(session, file.case.id, EventKind.ICG, detail=f"{given.ml_per_site.normalize():f} ml × {given.sites}")
    return reading


def _values(given: Injection, fields: Mapping[Field, str], patient: Patient) -> tuple[Value, ...]:
    share = given.mg_per_kg(patient)
    return (
        Value("dose", given.dose_mg, "mg"), *([Value("dose by weight", share.quantize(Decimal("0.001")), "mg/kg")] if share is not None else []),
        Value("concentration", given.mg_per_ml, "mg/ml"), Value("volume per site", given.ml_per_site, "ml"), Value("sites", Decimal(given.sites)),
        Value("route", text=given.route), Value("lot", text=given.lot), Value("expiry", text=f"{given.expiry:%m/%Y}"),
        Value("reconstituted", text=f"{given.reconstituted:%H:%M}"), Value(Field.ALLERGY.value, text=fields[Field.ALLERGY]),
        *(Value("question", text=doubt) for doubt in doubts(given, patient)),
    )  # fmt: skip


def _made(fields: Mapping[Field, str]) -> Provenance:
    content = "\n".join(f"{field.value}={fields[field]}" for field in Field)
    return Provenance("logged injection", "1", hashlib.sha256(content.encode()).hexdigest(), (("source", LIMITS),))


def _number(field: Field, text: str) -> str:
    least, most = NUMBERS[field]
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise Refused(f"{field.value.capitalize()} needs a number.") from None
    if not number.is_finite() or not least <= number <= most or (field is Field.SITES and number != int(number)):
        raise Refused(f"{field.value.capitalize()} lies between {least} and {most}{', whole' if field is Field.SITES else ''}.")
    return f"{number.normalize():f}"


def _expiry(text: str) -> date:
    """The last day of MMYYYY."""
    if len(text) != 6 or not text.isdigit() or not 1 <= int(text[:2]) <= 12 or not 2000 <= int(text[2:]) <= 2100:
        raise Refused("The expiry is typed as month and year, such as 082027.")
    month, year = int(text[:2]), int(text[2:])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _clock(text: str) -> tuple[int, int]:
    if len(text) != 4 or not text.isdigit() or int(text[:2]) > 23 or int(text[2:]) > 59:
        raise Refused("The time is typed as hours and minutes, such as 0850.")
    return int(text[:2]), int(text[2:])
