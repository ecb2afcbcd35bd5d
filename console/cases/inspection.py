"""Verifies a store and looks twice where the first look may be wrong: pages that are just being written are not damaged."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from console.cases.exchange import READY, STORE
from console.cases.opening import open_store
from console.cases.verify import Finding, Part, Progress, verify
from console.faults import CaseStoreError, Refused

_TORN = Finding(
    Part.PAGES, STORE, "Pages of the database file were damaged or half written. What is grave of it is named apart.", grave=False
)


def inspect(home: Path, progress: Progress = lambda _done, _of: None) -> tuple[Finding, ...]:
    """Everything that is not as it was written; a store in use may be inspected too.

    After a power cut in the middle of a checkpoint the file holds torn pages, and the write-ahead log the whole ones. Opening the store brings
    them over; in a store that somebody else has open that happened long ago, and a page may be caught while it is being written.
    """
    if not (home / STORE).exists() and not (home / READY).exists() and not any((home / "cases").glob("*.journal")):
        raise Refused("There is no store here.")
    found = verify(home, progress)
    if any(finding.part is Part.PAGES for finding in found):
        with suppress(CaseStoreError):
            open_store(home, lambda: datetime.now(UTC), read_only=False).release()
        found = (*verify(home, progress), _TORN)
    return found
