"""Hands objects over to the archive: C-STORE as they are, byte for byte, then asks for its word that they are kept for good."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Generator, Iterable
from typing import Any

from pydicom import dcmread
from pydicom.dataset import Dataset, FileDataset
from pydicom.errors import InvalidDicomError
from pynetdicom import build_context, build_role, evt
from pynetdicom.association import Association
from pynetdicom.presentation import PresentationContext

from devices.errors import DeviceError, DeviceRefused
from devices.hospital import Answer, Local, Names, Outcome, Peer, Report
from devices.pacs.client import ANSWER_S, NotOffered, association
from devices.pacs.commitment import COMMITMENT, COMMITMENT_INSTANCE, report_of, request_of

FIND_STUDIES = "1.2.840.10008.5.1.4.1.2.2.1"
OUT_OF_RESOURCES = range(0xA700, 0xA800)
WARNINGS = range(0xB000, 0xC000)
BUSY = {0x0122: "It does not take this kind of object.", 0x0124: "It does not allow this console to store."}
REPORT_WITHIN_S = 2.0  # some archives answer on the same association, at once
MOST_CONTEXTS = 128


def names_of(content: bytes) -> Names:
    """What a DICOM file in memory is called by; `DeviceRefused` when it is none that could be sent."""
    try:
        found = _read(content)
        return Names(
            str(found.SOPClassUID), str(found.SOPInstanceUID), str(found.StudyInstanceUID), str(found.SeriesInstanceUID),
            str(found.file_meta.TransferSyntaxUID),
        )  # fmt: skip
    except (InvalidDicomError, AttributeError, ValueError, EOFError, KeyError, TypeError, OSError):
        raise DeviceRefused("Archive", "This is no DICOM object that could be sent: its file or its identifiers are incomplete.") from None


class DicomArchive:
    """The archive behind `peer`, spoken to in DIMSE."""

    def __init__(
        self, peer: Peer, local: Local, *, answer_s: float = ANSWER_S, report_within_s: float = REPORT_WITHIN_S,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:  # fmt: skip
        self._peer, self._local = peer, local
        self._answer_s, self._report_within_s, self._sleep = answer_s, report_within_s, sleep

    @property
    def _not_taken(self) -> str:
        return f"{self._peer.title}: It does not take this kind of object, or not in this encoding."

    def send(self, objects: Iterable[tuple[Names, bytes]]) -> Generator[Answer, None, None]:
        """See `devices.hospital.Archive`."""
        waiting = list(objects)
        contexts = _contexts(names for names, _content in waiting)
        try:
            with association(self._peer, self._local, contexts, answer_s=self._answer_s) as line:
                for names, content in waiting:
                    answer, goes_on = self._store(line, names, content)
                    yield answer
                    if not goes_on:
                        return
        except NotOffered:
            yield from (Answer(Outcome.REFUSED, self._not_taken) for _ in waiting)
        except DeviceError as error:
            yield _said(error)

    def held(self, objects: Iterable[Names]) -> frozenset[str] | None:
        """See `devices.hospital.Archive`: a query for each instance, on one connection."""
        try:
            with association(self._peer, self._local, [build_context(FIND_STUDIES)], answer_s=self._answer_s) as line:
                told = {names.instance: _told(line, names) for names in objects}
        except (DeviceError, RuntimeError, ValueError):
            return None
        return None if None in told.values() else frozenset(instance for instance, there in told.items() if there)

    def ask_to_commit(self, transaction: str, objects: Iterable[Names]) -> Answer | Report:
        """See `devices.hospital.Archive`."""
        reports: list[Report] = []

        def hear(event: evt.Event) -> tuple[int, None]:
            reports.append(report_of(event.event_information))
            return 0x0000, None

        try:
            with association(
                self._peer, self._local, [build_context(COMMITMENT)], handlers=[(evt.EVT_N_EVENT_REPORT, hear)],
                roles=[build_role(COMMITMENT, scu_role=True)], answer_s=self._answer_s,
            ) as line:  # fmt: skip
                status, _ = line.send_n_action(request_of(transaction, objects), 1, COMMITMENT, COMMITMENT_INSTANCE)
                self._wait(reports, line)
        except (RuntimeError, ValueError):
            return Answer(Outcome.LATER, f"{self._peer.title}: It hung up.")
        except NotOffered:
            return Answer(Outcome.REFUSED, f"{self._peer.title}: It does not offer storage commitment.")
        except DeviceError as error:
            return _said(error)
        if reports:
            return reports[0]
        return _of_status(self._peer.title, status)

    def _wait(self, reports: list[Report], line: Association) -> None:
        waited_s = 0.0
        while not reports and line.is_established and waited_s < self._report_within_s:
            self._sleep(0.05)
            waited_s += 0.05

    def _store(self, line: Association, names: Names, content: bytes) -> tuple[Answer, bool]:
        """The answer, and whether the connection is still good."""
        if not _accepted(line, names):
            return Answer(Outcome.REFUSED, self._not_taken), True
        try:
            status = line.send_c_store(_read(content))
        except (RuntimeError, ValueError):
            return Answer(Outcome.LATER, f"{self._peer.title}: It hung up."), False
        return _of_status(self._peer.title, status), line.is_established


def _read(content: bytes) -> FileDataset:
    """Elements stay as the bytes they are until somebody asks for one, so that what is sent is what was given."""
    return dcmread(io.BytesIO(content))


def _contexts(objects: Iterable[Names]) -> list[PresentationContext]:
    """One for each kind and encoding: nothing is ever converted on the way."""
    pairs = dict.fromkeys((names.sop_class, names.transfer_syntax) for names in objects)
    return [build_context(sop_class, syntax) for sop_class, syntax in pairs][:MOST_CONTEXTS]


def _told(line: Association, names: Names) -> bool | None:
    asked = Dataset()
    asked.QueryRetrieveLevel = "IMAGE"
    asked.StudyInstanceUID, asked.SeriesInstanceUID, asked.SOPInstanceUID = names.study, names.series, names.instance
    answers = list(line.send_c_find(asked, FIND_STUDIES))
    if not answers or answers[-1][0].get("Status") != 0:
        return None
    return any(found is not None and found.get("SOPInstanceUID") == names.instance for _status, found in answers)


def _accepted(line: Association, names: Names) -> bool:
    return any(one.abstract_syntax == names.sop_class and names.transfer_syntax in one.transfer_syntax for one in line.accepted_contexts)


def _of_status(title: str, status: Any) -> Answer:
    """An empty status: the line broke before the answer, and nobody knows what became of it."""
    code = status.get("Status") if status else None
    if code is None:
        return Answer(Outcome.LATER, f"{title}: It hung up before it answered.")
    if code == 0 or code in WARNINGS or code == 0x0001:
        return Answer(Outcome.KEPT, "" if code == 0 else f"{title}: It kept the object with a remark, status {code:#06x}.")
    if code in OUT_OF_RESOURCES:
        return Answer(Outcome.LATER, f"{title}: Its storage is full. It is tried again by itself.")
    return Answer(Outcome.REFUSED, f"{title}: {BUSY.get(code, 'It refused the object,')} Status {code:#06x}.")


def _said(error: DeviceError) -> Answer:
    return Answer(Outcome.LATER, f"{error.device}: {error.problem}")
