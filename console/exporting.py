"""What a person may hand out of a case, joined from exports, store and hospital: files for the record, for research, and for the archive."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console import __version__
from console.cases import pushed_log
from console.cases.access import Action, require
from console.cases.files import make_folder, write_pieces, write_whole
from console.cases.model import CaseFile, Session
from console.cases.outbox import Delivery
from console.cases.reads_log import hidden_from
from console.cases.service import CaseService
from console.exports import case_export, pdf
from console.exports.case_export import Item
from console.exports.sights import Sights
from console.faults import Refused
from console.hospital import Hospital
from console.modalities import evidence_of
from console.views.exporting import Doings

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Large:
    """A file of an export that is never whole in memory: its name, its hash, and its bytes in pieces that prove it at their end."""

    name: str
    sha256: str
    pieces: Iterable[bytes]


class Exports:
    """The exports of one console, under `home`."""

    def __init__(self, home: Path, now: Callable[[], datetime], hospital: Callable[[], Hospital | None]) -> None:
        self._home, self._now, self._hospital = home, now, hospital

    def doings(self) -> Doings:
        """For the screen."""
        return Doings(
            report=self.report,
            appendix=lambda *of: self.report(*of, appendix=True),
            record=self.record,
            research=self.research,
            send=self.send,
        )

    def report(self, service: CaseService, session: Session, file: CaseFile, *, appendix: bool = False) -> Path:
        """The printed report, as a file for its owner; audited."""
        require(session, Action.EXPORT)
        content = self.printed(service, session, file, case_export.sights(service, session, file), appendix=appendix)
        path = self._home / "reports" / f"{self._now():%Y%m%d-%H%M%S}-{file.case.id}.pdf"
        make_folder(path.parent)
        write_whole(path, content)
        service.note_export(session, file.case.id, "report", hashlib.sha256(content).hexdigest())
        return path

    def save(self, name: str, content: bytes) -> Path:
        """Where figures, tables and cohorts go; readable to their owner."""
        path = self._home / "exports" / f"{self._now():%Y%m%d-%H%M%S}-{name}"
        make_folder(path.parent)
        write_whole(path, content)
        return path

    def printed(self, service: CaseService, session: Session, file: CaseFile, seen: Sights, *, appendix: bool = False) -> bytes:
        """The report in memory; not for somebody who is not to know yet what PET-CT found."""
        require(session, Action.EXPORT)
        if hidden_from(file, session.user.name):
            raise Refused("You read PET-CT blind, and the report tells its answer. Save your call first, or have somebody else make it.")
        return pdf.report_bytes(file, service.users(), self._now(), evidence=evidence_of(file), sights=seen, appendix=appendix)

    def record(self, service: CaseService, session: Session, file: CaseFile) -> Path:
        """DICOM, CSV, Parquet and FHIR of this case with its patient, the report, and scans as a scanner pushed them; audited."""
        seen = case_export.sights(service, session, file)
        items = self.record_items(service, session, file, seen)
        return self._write(service, session, file, items, "files for the record", large=_pushed(service, session, file))

    def research(self, service: CaseService, session: Session, file: CaseFile) -> Path:
        """The same without the patient; audited."""
        require(session, Action.EXPORT)
        seen = case_export.sights(service, session, file)
        items = case_export.for_research(service, session, [(file, seen)], evidence_of)
        return self._write(service, session, file, items, "de-identified files for research", name="deidentified")

    def send(self, service: CaseService, session: Session, file: CaseFile) -> tuple[Delivery, ...]:
        """Queue every object of this case for the archive; the queue carries them, whatever becomes of this console meanwhile."""
        hospital = self._hospital()
        settings = service.settings()
        if hospital is None or not (settings.pacs or settings.dicomweb):
            raise Refused("No archive is configured. Enter its address under Settings, Hospital.")
        require(session, Action.EXPORT)
        seen = case_export.sights(service, session, file)
        report = self.printed(service, session, file, seen)
        objects = case_export.dicom_objects(service, session, file, evidence_of, seen, report)
        sent = hospital.send(session, file.case.id, [(one.content, one.description) for one in objects])
        digest = hashlib.sha256("".join(one.sha256 for one in sent).encode()).hexdigest()
        service.note_export(session, file.case.id, f"queued for the archive: {len(sent)} objects", digest)
        return sent

    def record_items(self, service: CaseService, session: Session, file: CaseFile, seen: Sights) -> tuple[Item, ...]:
        """In memory; the report is among them."""
        report = self.printed(service, session, file, seen)
        objects = case_export.dicom_objects(service, session, file, evidence_of, seen, report)
        tables = case_export.tables(file, service.users(), evidence_of)
        left_out = [Item("left-out.txt", "\n".join(seen.missing).encode())] if seen.missing else []
        return (Item("report.pdf", report), *(Item(one.name, one.content) for one in objects), *tables, *left_out)

    def _write(
        self, service: CaseService, session: Session, file: CaseFile, items: Iterable[Item], what: str, name: str = "", large: Iterable[Large] = ()
    ) -> Path:  # fmt: skip
        folder = self._home / "exports" / f"{self._now():%Y%m%d-%H%M%S}-{name or file.case.id}"
        digest = write_items(folder, items, large, simulated=file.case.simulated)
        service.note_export(session, file.case.id, what, digest)
        return folder


def _pushed(service: CaseService, session: Session, file: CaseFile) -> tuple[Large, ...]:
    """The patient's own pictures, name and all: for the record alone."""
    scans = enumerate(pushed_log.kept(file), start=1)
    return tuple(Large(f"petct-scan-{n}.zip", one.sha256, service.read_asset_pieces(session, file.case.id, one.sha256)) for n, one in scans)


def write_items(folder: Path, items: Iterable[Item], large: Iterable[Large] = (), *, simulated: bool) -> str:
    """Write them with a manifest of their hashes; the manifest's hash."""
    make_folder(folder)
    hashes = {}
    for item in items:
        path = folder / item.name
        make_folder(path.parent)
        write_whole(path, item.content)
        hashes[item.name] = hashlib.sha256(item.content).hexdigest()
    for one in large:
        write_pieces(folder / one.name, one.pieces)
        hashes[one.name] = one.sha256
    notice = "Simulated data. Research use only." if simulated else "Research use only."
    manifest = json.dumps({"notice": notice, "rimlight": __version__, "sha256": hashes}, indent=1).encode()
    write_whole(folder / MANIFEST, manifest)
    return hashlib.sha256(manifest).hexdigest()
