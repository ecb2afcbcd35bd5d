"""The hospital around this console: its worklist, its archive, its account of steps, and scanners that call; built from the settings, free of Qt."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pydicom import dcmread

from console.acquisition.send_queue import Destinations, SendQueue
from console.cases.access import Action, require
from console.cases.course import ABANDONED
from console.cases.inbox import LARGEST_WORDS, Inbox, Note
from console.cases.model import CaseFile, EventKind, Session
from console.cases.order_log import Order, order_of
from console.cases.outbox import ARRIVED, Delivery, DeliveryKind, ObjectNames
from console.cases.service import CaseService
from console.faults import Refused
from console.settings import Settings
from devices.errors import AddressRefused, DeviceError
from devices.hospital import Archive, Peer, PlannedStep, Report
from devices.pacs.address import peer_of, port_of
from devices.pacs.dicomweb import WebArchive
from devices.pacs.listener import RESERVE, Arrival, Caller, Listener, callers_of
from devices.pacs.mpps import STEP, PerformedStep, StepDesk, begun, ended
from devices.pacs.send import DicomArchive, names_of
from devices.pacs.worklist import planned

ENDS = frozenset({EventKind.CLOSURE, ABANDONED})
MEDIA_TYPE = "application/dicom"
BEGINS = frozenset({EventKind.ICG, EventKind.INCISION, EventKind.LESION_FOUND, EventKind.SPECIMEN_OUT})
FULL = "The inbox for scanners is full: what they send is turned away until somebody assigns or clears what waits."
_WANTED = ["StudyInstanceUID", "SeriesInstanceUID", "Modality", "PatientID", "PatientName", "PatientBirthDate", "SpecificCharacterSet"]


@dataclass(frozen=True, slots=True)
class _Lines:
    """What the settings said when the lines were laid."""

    settings: Settings
    archive: Archive | None
    steps: StepDesk | None


class Hospital:
    """One console's connections. `changed` hears, from any thread, that something was sent or has arrived. Nothing here waits for the network
    except `planned_today`.
    """

    def __init__(
        self, home: Path, service: CaseService, settings: Callable[[], Settings], now: Callable[[], datetime],
        changed: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self._service, self._settings, self._now, self._changed = service, settings, now, changed
        self._home = home
        self.inbox = Inbox(home, service.ledger.keys)
        self.turned_away = False  # whether the newest call found no room
        self.trouble = ""  # why scanners cannot call just now, in one sentence
        self._lines = _lines(settings())
        self._listener: Listener | None = None
        self.queue = SendQueue(service.outbox, self._destinations, now, changed=changed)

    def start(self) -> None:
        """Begin to send what waits, and to listen."""
        self.inbox.clean()
        self._listen()
        if not self._service.ledger.read_only:
            self.queue.start()

    def stop(self) -> bool:
        """Hang up; what was not sent waits for the next start. Whether it all ended in time."""
        self._hang_up()
        return self.queue.stop()

    def settings_changed(self) -> None:
        """Lay the lines anew where the settings name others."""
        settings = self._settings()
        if settings == self._lines.settings:
            return
        self._hang_up()
        self._lines = _lines(settings)
        self._listen()
        self.queue.wake(at_once=True)

    @property
    def full(self) -> str:
        """Why scanners are turned away, in one sentence; empty while there is room. Looks at a disk."""
        return "" if self.inbox.room() else FULL

    def planned_today(self, session: Session) -> tuple[PlannedStep, ...]:
        """Today's list; `DeviceError` when it cannot be had, `Refused` when none is configured. May take half a minute: not for a screen's thread."""
        require(session, Action.CREATE_CASE)
        settings = self._settings()
        if not settings.worklist:
            raise Refused("No hospital worklist is configured. Enter its address under Settings, Hospital.")
        return planned(peer_of(settings.worklist), settings.local, self._now().date())

    def send(self, session: Session, case_id: str, objects: Iterable[tuple[bytes, str]]) -> tuple[Delivery, ...]:
        """Keep and queue DICOM objects of a case, each with its description; they leave by themselves."""
        queued = []
        for content, description in objects:
            names = names_of(content)
            asset = self._service.add_asset(session, case_id, content, MEDIA_TYPE, description)
            called = ObjectNames(names.sop_class, names.instance, names.study, names.series, names.transfer_syntax)
            queued.append(self._service.queue_delivery(session, case_id, asset.sha256, called, description))
        self.queue.wake()
        return tuple(queued)

    def follow_course(self, session: Session, file: CaseFile) -> None:
        """Tell the hospital that the ordered step has begun, or ended, once the timeline says so; a second call changes nothing."""
        order = order_of(file)
        if order is None or not self._settings().steps:
            return
        began = min((event.at for event in file.events if event.kind in BEGINS), default=None)
        over = max((event.at for event in file.events if event.kind in ENDS), default=None)
        told = {delivery.kind for delivery in self._service.deliveries(session, file.case.id)}
        if began is not None and DeliveryKind.STEP_BEGUN not in told:
            self._tell(session, file, DeliveryKind.STEP_BEGUN, begun(self._step(order, file, began)))
            told.add(DeliveryKind.STEP_BEGUN)
        if over is not None and DeliveryKind.STEP_BEGUN in told and DeliveryKind.STEP_ENDED not in told:
            series = tuple(dict.fromkeys((one.names.series, one.description) for one in self._sent(session, file)))
            step = replace(
                self._step(order, file, began or over, over, series), abandoned=any(one.kind == ABANDONED for one in file.events)
            )
            self._tell(session, file, DeliveryKind.STEP_ENDED, ended(step))

    # --- inside ------------------------------------------------------------------------------------------------------------------------

    def _sent(self, session: Session, file: CaseFile) -> list[Delivery]:
        found = self._service.deliveries(session, file.case.id)
        return [one for one in found if one.kind is DeliveryKind.STORE and one.state in ARRIVED]

    def _tell(self, session: Session, file: CaseFile, kind: DeliveryKind, content: bytes) -> None:
        asset = self._service.add_asset(session, file.case.id, content, MEDIA_TYPE, f"Message to the hospital: {kind.value}")
        self._service.queue_delivery(session, file.case.id, asset.sha256, ObjectNames(STEP, step_instance(file.case.id)), kind.value, kind)
        self.queue.wake()

    def _step(
        self, order: Order, file: CaseFile, began_at: datetime, ended_at: datetime | None = None, series: tuple[tuple[str, str], ...] = ()
    ) -> PerformedStep:
        patient = file.case.patient
        return PerformedStep(
            step_instance(file.case.id), order.patient_id, order.issuer, order.name, patient.birth_date, patient.sex.value, order.study,
            order.accession, order.procedure_id, order.procedure, order.step_id, order.step, self._settings().local.title, began_at, ended_at, series,
        )  # fmt: skip

    def _destinations(self) -> Destinations:
        return Destinations(self._lines.archive, self._lines.steps)

    def _listen(self) -> None:
        settings = self._lines.settings
        self.trouble = ""
        if not settings.listen or self._service.ledger.read_only:
            return
        try:
            port, secure = port_of(settings.listen)
            archive = _archive_peer(settings)  # it may call back with its report
            callers = (*callers_of(settings.callers), *((Caller(archive.title),) if archive else ()))
            self._listener = Listener(settings.local, port, callers, self._keep, self._heard, self._free_bytes, secure=secure)
        except DeviceError as error:
            self.trouble = error.problem

    def _hang_up(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    def _keep(self, arrival: Arrival) -> None:
        study, series, *whose = _told(arrival.content)
        at = self._now().isoformat()
        note = Note(arrival.caller, arrival.sop_class, arrival.instance, study, series, at, len(arrival.content), *whose)
        self.inbox.keep(note, arrival.content)
        self._changed()

    def _heard(self, report: Report) -> None:
        self._service.outbox.reported(report.transaction, report.kept, report.missing)
        self._changed()

    def _free_bytes(self) -> int:
        """What a scanner may fill: the disk's room, or what the inbox may still grow by."""
        room = self.inbox.room()
        if (full := not room) or self.turned_away:
            self.turned_away = full
            self._changed()
        return min(shutil.disk_usage(self._home).free, RESERVE + room)


def step_instance(case_id: str) -> str:
    """The identifier of a case's performed step: derived, so that telling twice is telling the same."""
    return f"2.25.{int(case_id, 16)}"


def _lines(settings: Settings) -> _Lines:
    local, peer = settings.local, _archive_peer(settings)
    archive: Archive | None = DicomArchive(peer, local) if peer is not None else None
    if settings.dicomweb:
        archive = WebArchive(settings.dicomweb, local)
    return _Lines(settings, archive, StepDesk(peer_of(settings.steps), local) if settings.steps else None)


def _archive_peer(settings: Settings) -> Peer | None:
    """The archive over DIMSE; None where there is none, or its address cannot be read (its pill says so)."""
    try:
        return peer_of(settings.pacs) if settings.pacs else None
    except AddressRefused:
        return None


def _told(content: bytes) -> tuple[str, ...]:
    """What an object's head says in the first six of `_WANTED`; its pixels are not read. What cannot be read is kept all the same."""
    try:
        head = dcmread(io.BytesIO(content), stop_before_pixels=True, specific_tags=_WANTED)
        return tuple(str(head.get(name, "") or "")[:LARGEST_WORDS] for name in _WANTED[:6])
    except Exception:  # noqa: BLE001 - a stranger's bytes may break the reader in any way
        return ("",) * 6
