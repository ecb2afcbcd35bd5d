"""The program that has something to give away: it brings patients through every door of the store, the wrong ones too, and then gets killed.

Run as `python tests/faults/gossip.py HOME`; the patients come on standard input, because arguments and environment are searched as well.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from console import log
from console.cases import backup
from console.cases.inspection import inspect
from console.cases.model import OutcomeKind, Patient, Provenance, Role, Side, Validity, Value
from console.cases.service import CaseService
from console.faults import CaseStoreError, Refused, worded

PIN = "274951"


def attempt(what: Callable[[], Any]) -> Any:
    """Do it; what fails goes to the log and to the screen, as the console would have it."""
    try:
        return what()
    except Exception as error:  # noqa: BLE001 - as the console's own last line of defence
        log.note(log.Event.FAILED, error=error)
        if not isinstance(error, Refused | CaseStoreError):
            log.crash_note(type(error), error.__traceback__)
        os.write(2, (worded(error) + "\n").encode())
        return None


def explode(said: str) -> None:
    """A bug of ours, with a name in its text and in its variables."""
    try:
        raise KeyError(said)
    except KeyError as error:
        raise ValueError(f"cannot cope with {said}") from error


def bring(service: CaseService, surgeon: Any, patient: Patient, spellings: list[str]) -> None:
    """One patient, through every door."""
    name, mrn = patient.name, patient.mrn
    case = service.create_case(surgeon, patient, Side.RIGHT, datetime.now(UTC), surgeon="Dr A")
    service.find_cases(surgeon, name)
    service.find_cases(surgeon, mrn)
    for written in spellings:
        attempt(lambda written=written: service.find_cases(surgeon, written))
        attempt(lambda written=written: service.open_case(surgeon, case.id, written))
        attempt(lambda written=written: service.open_case(surgeon, written, mrn))
    attempt(lambda: service.open_case(surgeon, case.id, f"{mrn}9"))
    attempt(lambda: service.create_case(surgeon, patient, Side.RIGHT, datetime.now(UTC)))
    attempt(lambda: service.create_case(surgeon, Patient(name * 50, name, name, date(2999, 1, 1)), Side.LEFT, datetime.now(UTC)))
    attempt(lambda: service.find_cases(surgeon, after=name))
    attempt(lambda: service.add_entry(surgeon, name, mrn, name, mrn, name * 10_000))
    attempt(lambda: service.add_event(surgeon, case.id, name, at=name))  # type: ignore[arg-type]
    attempt(lambda: service.read_asset(surgeon, case.id, name))
    attempt(lambda: service.change_setting(surgeon, name, mrn))
    attempt(lambda: service.sign_in(name, mrn))
    attempt(lambda: explode(f"{name} {mrn} {spellings[0]}"))
    service.add_entry(surgeon, case.id, None, "note", "remark", f"{name}, born {spellings[1]}, {mrn}")
    service.add_event(surgeon, case.id, "identity confirmed", detail=f"{name} {spellings[2]}")
    service.add_asset(surgeon, case.id, json.dumps([name, mrn, *spellings]).encode() * 20, "application/json", f"letter about {name}")
    values = (Value("remark", text=name), Value("margin", Decimal(2), "mm"))
    service.add_reading(
        surgeon, case.id, None, "specimen", values, Validity(usable=True, statement=name), Provenance("a", "1", "00" * 32, (("who", mrn),))
    )
    service.add_outcome(surgeon, case.id, OutcomeKind.PATHOLOGY, date(2026, 1, 1), values)
    warnings.warn(f"{name} {mrn}", stacklevel=1)


def main() -> None:
    """Everybody; then a backup, an inspection, and the wait to be killed in the middle of more."""
    home = Path(sys.argv[1])
    people = json.load(sys.stdin)
    log.install(home)
    service = CaseService.open(home)
    administrator = service.sign_in(service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN).id, PIN)
    doctor = service.add_user(administrator, "Grace", Role.SURGEON, PIN)
    for mrn, family, given, born, spellings in people:
        bring(
            service,
            service.resume(doctor.id),
            Patient(mrn, family, given, date.fromisoformat(born), allergies=f"{family} {mrn}"),
            spellings,
        )
    emergency = service.break_glass(f"{people[0][1]} {people[0][0]} bleeds")
    found = service.find_cases(emergency, people[0][1]).cases
    backup.make(home)
    with contextlib.suppress(Refused):
        inspect(home)
    os.write(1, b"ready\n")
    while True:
        service.add_entry(emergency, found[0].id, None, "note", "remark", " ".join(map(str, people[0][:4])))


if __name__ == "__main__":
    main()
