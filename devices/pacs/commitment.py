"""Storage commitment, the part that both ends share: what is asked, and what a report says. Push model, PS3.4 annex J."""

from __future__ import annotations

from collections.abc import Iterable

from pydicom.dataset import Dataset

from devices.hospital import Names, Report

COMMITMENT = "1.2.840.10008.1.20.1"
COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1"


def request_of(transaction: str, objects: Iterable[Names]) -> Dataset:
    """The question: will you keep these for good?"""
    asked = Dataset()
    asked.TransactionUID = transaction
    asked.ReferencedSOPSequence = [_reference(names) for names in objects]
    return asked


def _reference(names: Names) -> Dataset:
    named = Dataset()
    named.ReferencedSOPClassUID, named.ReferencedSOPInstanceUID = names.sop_class, names.instance
    return named


def report_of(told: Dataset) -> Report:
    """What the archive says it keeps, and what it does not have."""
    kept, missing = (
        tuple(str(one.get("ReferencedSOPInstanceUID", "")) for one in told.get(name) or ())
        for name in ("ReferencedSOPSequence", "FailedSOPSequence")
    )
    return Report(str(told.get("TransactionUID", "")), kept, missing)
