"""The only way into the case store: every screen, command and export goes through here, as somebody, and leaves a trace.

Each call that changes something is one transaction: the record, its line in the audit chain, then the case's journal and the chain's anchor
outside the database. When a call returns, its effect survives a power cut. Calls are safe from any thread and never wait for a screen.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from console.cases import backup
from console.cases.access import Action
from console.cases.cases import Cases
from console.cases.checks import check_text
from console.cases.department import keep_setting, kept_settings, remember_language
from console.cases.logbook import Logbook
from console.cases.model import Session
from console.cases.opening import open_store
from console.cases.outbox import Deliveries
from console.cases.people import People
from console.cases.pins import Pins
from console.cases.registry import Registry
from console.cases.search import Page as Page  # noqa: PLC0414 - part of this seam
from console.cases.verify import Finding, Progress, verify
from console.settings import Settings


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """Storage in plain figures. `chain_intact` is None before the first check of this run."""

    last_backup: datetime | None
    free_bytes: int
    chain_intact: bool | None
    read_only: bool


class CaseService(People, Cases, Logbook, Registry, Deliveries):
    """The store of one console: its people, its cases, what is logged of them, and its settings."""

    _chain_intact: bool | None = None
    _release: Callable[[], None]

    @classmethod
    def open(cls, home: Path, *, now: Callable[[], datetime] | None = None, read_only: bool = False, pins: Pins | None = None) -> Self:
        """Open the store under `home`, making it where there is none; `StoreBusy`, `StoreTooNew`, `KeyMissing` or `StoreDamaged` when it cannot be.

        A store of a newer version is opened for reading; the first change is then refused with `StoreTooNew`.
        """
        store = open_store(home, now or _now, read_only=read_only)
        service = cls(store.ledger, pins or Pins(), store.assets)
        service._release = store.release
        return service

    def close(self) -> None:
        """Let go of the store; harmless twice."""
        self._standing.clear()
        self._release()

    @property
    def revision(self) -> int:
        """The number of the last line of the audit trail: it grows with every change."""
        return self.ledger.head().seq

    def settings(self) -> Settings:
        """As chosen by this department."""
        return self.ledger.read(kept_settings)

    def change_setting(self, session: Session, name: str, value: str | int) -> Settings:
        """Audited; refused with the reason when it makes no sense."""
        actor = self._allow(session, Action.CHANGE_SETTINGS)
        if isinstance(value, str):
            check_text(value, "A setting", most=500)
        settings = self.ledger.write(actor.id, lambda change: keep_setting(change, name, value))
        remember_language(self.ledger.home, settings.language)
        return settings

    def verify(self, progress: Progress = lambda _done, _of: None) -> tuple[Finding, ...]:
        """Check every line, row, file and journal; what is wrong, in sentences without patient data. Slow: minutes for a large store."""
        findings = verify(self.ledger.home, progress)
        self._chain_intact = not any(finding.grave for finding in findings)
        return findings

    def remember_verified(self, *, intact: bool) -> None:
        """What a verification in a process of its own found, for `health`."""
        self._chain_intact = intact

    def health(self) -> StoreHealth:
        """For the worklist's storage card, from what is known already: never slow."""
        newest = backup.latest(backup.folder_of(self.ledger.home))
        free = shutil.disk_usage(self.ledger.home).free
        return StoreHealth(newest.at.astimezone() if newest else None, free, self._chain_intact, self.ledger.read_only)


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
