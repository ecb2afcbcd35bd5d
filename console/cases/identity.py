"""Whether what a scanner read or a hand typed names this patient."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime

from console.cases.model import Patient

# Day first, as British forms have it; never month first, which would open the wrong case on the 3rd of April.
_FORMATS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d %m %Y",
    "%d %b %Y",
    "%d %B %Y",
    "%d-%b-%Y",
    "%d%m%Y",
)
EARLIEST_YEAR = 1850
_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9A-Za-z]")  # what some readers send before the code: ]C1


def as_dates(text: str) -> frozenset[date]:
    """Every date that `text` may mean; none when it is no date."""
    words = text.strip()
    if words.isdigit() and len(words) != 8:  # an MRN: strptime would make a day of the year 4 of it
        return frozenset()
    found = set()
    for form in _FORMATS:
        with suppress(ValueError):
            found.add(datetime.strptime(words, form).date())  # noqa: DTZ007 - a day has no zone
    return frozenset(day for day in found if day.year >= EARLIEST_YEAR)


def bare(text: str) -> str:
    """Letters and digits only, in one case: how two spellings of one MRN are compared."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def names_patient(identifier: str, patient: Patient) -> bool:
    """Whether this is the patient's MRN or birth date."""
    scanned = _SYMBOLOGY.sub("", identifier.strip())
    return bool(bare(scanned)) and (bare(scanned) == bare(patient.mrn) or patient.birth_date in as_dates(scanned))
