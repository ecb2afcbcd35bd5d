"""What the store refuses to take: input that makes no sense, said in one sentence that names the field and never repeats what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from console.cases.model import Biomarkers, Case, Patient, Specimen, SpecimenKind, Value
from console.faults import Refused

OLDEST_YEARS = 130
LONGEST = 10_000  # characters of free text
_MRN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./_-]{0,31}")
_PLAUSIBLE = {"weight_kg": (Decimal(1), Decimal(400)), "height_cm": (Decimal(30), Decimal(260)), "weight_g": (Decimal(0), Decimal(10_000))}


def check_text(text: str, what: str, *, most: int = LONGEST) -> str:
    """Pass text that can be kept and shown."""
    if len(text) > most:
        raise Refused(f"{what} is too long: at most {most} characters.")
    if any((ord(letter) < 32 and letter not in "\t\n\r") or 0xD800 <= ord(letter) < 0xE000 or ord(letter) == 127 for letter in text):
        raise Refused(f"{what} holds a character that cannot be kept.")
    return text


def check_patient(patient: Patient, today: date) -> None:
    """Pass, or say which field makes no sense."""
    if not _MRN.fullmatch(patient.mrn) or not any(letter.isdigit() for letter in patient.mrn):
        raise Refused("The MRN must be 1 to 32 letters, digits or - . / with at least one digit.")
    for name, what in ((patient.family_name, "The family name"), (patient.given_name, "The given name")):
        if any(letter in "\n\r\t" for letter in check_text(name, what, most=80)):
            raise Refused(f"{what} must be a name in one line.")
    if not any(letter.isalpha() for letter in patient.family_name):  # some people have no second name; nobody has none
        raise Refused("The family name must be a name in letters.")
    if patient.birth_date > today:
        raise Refused("The birth date lies in the future.")
    if patient.age_on(today) > OLDEST_YEARS:
        raise Refused(f"The birth date lies more than {OLDEST_YEARS} years back.")
    check_text(patient.allergies, "The allergies")
    check_amount(patient.weight_kg, "weight_kg", "The weight in kg")
    check_amount(patient.height_cm, "height_cm", "The height in cm")


def check_case(case: Case, today: date) -> None:
    """Pass, or say what makes no sense."""
    check_patient(case.patient, today)
    check_time(case.scheduled_at, "The planned time")
    if not case.procedure.strip():
        raise Refused("The procedure is empty.")
    for text, what in ((case.procedure, "The procedure"), (case.surgeon, "The surgeon's name"), (case.rule_set, "The rule set")):
        check_text(text, what, most=200)
    check_biomarkers(case.biomarkers)


def check_biomarkers(biomarkers: Biomarkers) -> None:
    """Pass a percentage that is one."""
    if (percent := biomarkers.ki67_percent) is not None and not (percent.is_finite() and 0 <= percent <= 100):
        raise Refused("Ki-67 must lie between 0 and 100 %.")


def check_specimen(specimen: Specimen) -> None:
    """Pass a main specimen without face, or a shave with one."""
    if (specimen.kind is SpecimenKind.SHAVE) != (specimen.face is not None):
        raise Refused("A shave needs the face it was taken from; a main specimen has none.")
    check_text(specimen.new_margin, "The marking of the new margin", most=200)
    check_text(specimen.orientation, "The orientation", most=200)
    check_amount(specimen.weight_g, "weight_g", "The weight in g")


def check_amount(amount: Decimal | None, name: str, what: str) -> None:
    """Pass a plausible amount, or none."""
    low, high = _PLAUSIBLE[name]
    if amount is not None and not (amount.is_finite() and low <= amount <= high):
        raise Refused(f"{what} must lie between {low} and {high}.")


def check_values(values: Iterable[Value]) -> None:
    """Pass named values with finite numbers."""
    for value in values:
        if not value.name.strip():
            raise Refused("A value needs a name.")
        if value.number is not None and not value.number.is_finite():
            raise Refused("A value is not a finite number.")
        for text in (value.name, value.unit, value.text):
            check_text(text, "A value's text")


def check_time(at: datetime, what: str) -> None:
    """Pass a time with its zone."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise Refused(f"{what} has no time zone.")


def check_reason(reason: str) -> str:
    """Pass a reason in words."""
    if not check_text(reason, "The reason").strip():
        raise Refused("This needs a reason; one word is enough.")
    return reason.strip()
