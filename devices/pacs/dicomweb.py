"""The archive over HTTP, for hospitals that offer DICOMweb: STOW-RS to hand over, QIDO-RS to ask what is there. Standard library only."""

from __future__ import annotations

import json
import secrets
from collections.abc import Generator, Iterable
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import quote

from devices.errors import DeviceError
from devices.hospital import Answer, Local, Names, Outcome, Report
from devices.pacs.address import web_base_of
from devices.pacs.tls import client_context

TIMEOUT_S = 30.0
LARGEST_ANSWER = 4 * 1024 * 1024
_FAILED, _REASON, _INSTANCE = "00081198", "00081197", "00081155"
BUSY = {408, 425, 429, 500, 502, 503, 504, 507}  # 507: out of storage
OUT_OF_RESOURCES = range(0xA700, 0xA800)


class WebArchive:
    """The archive at `address`. Over https with our certificates where a folder of them is set, so that both sides are known."""

    def __init__(self, address: str, local: Local, *, timeout_s: float = TIMEOUT_S) -> None:
        self._scheme, self._host, self._port, self._path = web_base_of(address)
        self._local, self._timeout_s = local, timeout_s

    def send(self, objects: Iterable[tuple[Names, bytes]]) -> Generator[Answer, None, None]:
        """See `devices.hospital.Archive`. One request an object: what came of each is then known even if the line breaks."""
        for names, content in objects:
            answer = self._store(names, content)
            yield answer
            if answer.outcome is Outcome.LATER:
                return

    def held(self, objects: Iterable[Names]) -> frozenset[str] | None:
        """See `devices.hospital.Archive`."""
        found = set()
        for names in objects:
            path = f"/studies/{quote(names.study)}/series/{quote(names.series)}/instances?SOPInstanceUID={quote(names.instance)}"
            told = self._ask("GET", path, headers={"Accept": "application/dicom+json"})
            if told is None or told[0] not in {200, 204, 404}:
                return None
            if told[0] == 200 and json_of(told[1]):
                found.add(names.instance)
        return frozenset(found)

    def ask_to_commit(self, transaction: str, objects: Iterable[Names]) -> Answer | Report:  # noqa: ARG002 - the Protocol's
        """STOW knows no promise of its own: its success is all there is."""
        return Answer(Outcome.REFUSED, f"{self._host}: DICOMweb offers no storage commitment.")

    def _store(self, names: Names, content: bytes) -> Answer:
        mark = secrets.token_hex(16)
        head = f"--{mark}\r\nContent-Type: application/dicom\r\n\r\n".encode()
        body = head + content + f"\r\n--{mark}--\r\n".encode()
        kind = f'multipart/related; type="application/dicom"; boundary={mark}'
        told = self._ask("POST", "/studies", body, {"Content-Type": kind, "Accept": "application/dicom+json"})
        if told is None:
            return Answer(Outcome.LATER, f"{self._host}: It does not answer. Check the network, the address and the certificates.")
        return self._judged(names, *told)

    def _judged(self, names: Names, status: int, answer: bytes) -> Answer:
        if status in BUSY:
            return Answer(Outcome.LATER, f"{self._host}: It is busy or full, status {status}. It is tried again by itself.")
        reason = _reason(json_of(answer), names.instance)
        if reason in OUT_OF_RESOURCES:
            return Answer(Outcome.LATER, f"{self._host}: Its storage is full. It is tried again by itself.")
        if reason is not None or status not in {200, 202}:
            return Answer(
                Outcome.REFUSED, f"{self._host}: It refused the object, status {status}{f', reason {reason:#06x}' if reason else ''}."
            )
        return Answer(Outcome.KEPT)

    def _ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[int, bytes] | None:
        """Status and answer, or None when there was none."""
        try:
            line = self._line()
        except DeviceError:
            return None
        try:
            line.request(method, self._path + path, body, headers or {})
            response: HTTPResponse = line.getresponse()
            return response.status, response.read(LARGEST_ANSWER)
        except (OSError, HTTPException):
            return None
        finally:
            line.close()

    def _line(self) -> HTTPConnection:
        if self._scheme == "http":
            return HTTPConnection(self._host, self._port, timeout=self._timeout_s)
        return HTTPSConnection(self._host, self._port, timeout=self._timeout_s, context=client_context(self._local.certificates))


def json_of(content: bytes) -> Any:
    """What it says, or None."""
    try:
        return json.loads(content) if content else None
    except (ValueError, RecursionError):
        return None


def _reason(told: Any, instance: str) -> int | None:
    """Why this instance failed, if the answer lists it among the failures."""
    if not isinstance(told, dict):
        return None
    failures = told.get(_FAILED, {})
    for one in failures.get("Value", []) if isinstance(failures, dict) else []:
        named = one.get(_INSTANCE, {}).get("Value", [instance]) if isinstance(one, dict) else []
        if instance in named:
            reason = one.get(_REASON, {}).get("Value", [0xC000])
            return int(reason[0]) if reason and isinstance(reason[0], int) else 0xC000
    return None
