"""A real archive for tests: Orthanc with its worklist and DICOMweb plug-ins, on loopback ports of its own, ended by its process id."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PROGRAM = shutil.which("Orthanc") or ("/usr/sbin/Orthanc" if Path("/usr/sbin/Orthanc").exists() else "")
TIED = [tool, "--pdeathsig", "TERM"] if (tool := shutil.which("setpriv")) else []  # it ends with the tests, however they end
PLUGINS = Path("/usr/share/orthanc/plugins")
NEEDED = "Orthanc is not installed (Debian packages orthanc and orthanc-dicomweb)."


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@dataclass
class Orthanc:
    """One running archive. `title` is ARCHIVE; it answers commitments to the console at `console_port`."""

    folder: Path
    dicom_port: int
    web_port: int
    console_port: int
    process: subprocess.Popen[bytes] | None = None
    tls: Path | None = None

    def start(self) -> None:
        log = (self.folder / "log").open("ab")
        with log:
            self.process = subprocess.Popen([*TIED, PROGRAM, str(self.folder / "orthanc.json")], stdout=log, stderr=log, cwd=self.folder)
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(OSError):
                self.ask("/system")
                return
            time.sleep(0.1)
        raise AssertionError(f"Orthanc did not start: {(self.folder / 'log').read_text()[-2000:]}")

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(20)
            if self.process.poll() is None:
                os.kill(self.process.pid, signal.SIGKILL)
                self.process.wait(20)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None) -> bytes:
        request = urllib.request.Request(f"http://127.0.0.1:{self.web_port}{path}", data=body, method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read()

    def instances(self) -> dict[str, str]:
        """SOP instance -> Orthanc's own id."""
        found = json.loads(self.ask("/instances?expand"))
        return {one["MainDicomTags"]["SOPInstanceUID"]: one["ID"] for one in found}

    def file(self, instance: str) -> bytes:
        return self.ask(f"/instances/{self.instances()[instance]}/file")

    def arrivals(self) -> int:
        """How many new instances were ever stored, as its journal of changes counts them."""
        return sum(change["ChangeType"] == "NewInstance" for change in json.loads(self.ask("/changes?limit=1000"))["Changes"])

    def clear(self) -> None:
        for patient in json.loads(self.ask("/patients")):
            self.ask(f"/patients/{patient}", "DELETE")
        self.ask("/changes", "DELETE")


def make(folder: Path, *, certificates: Path | None = None) -> Orthanc:
    """Configured, not yet started."""
    if not PROGRAM:
        pytest.skip(NEEDED)
    made = Orthanc(folder, free_port(), free_port(), free_port())
    (folder / "worklists").mkdir(parents=True)
    settings: dict[str, Any] = {
        "Name": "Archive", "StorageDirectory": str(folder / "storage"), "IndexDirectory": str(folder / "storage"),
        "HttpPort": made.web_port, "DicomPort": made.dicom_port, "DicomAet": "ARCHIVE", "RemoteAccessAllowed": True, "AuthenticationEnabled": False,
        "DicomCheckCalledAet": True, "DicomModalities": {"console": ["RIMLIGHT", "127.0.0.1", made.console_port]}, "DicomAlwaysAllowStore": False,
        "DicomAlwaysAllowEcho": False, "DicomAlwaysAllowFind": False, "OverwriteInstances": False, "StableAge": 1, "SaveJobs": False,
        "DicomModalitiesInDatabase": False, "DefaultEncoding": "Utf8", "HttpServerEnabled": True, "SslEnabled": False,
        "Plugins": [str(PLUGINS / "libModalityWorklists.so"), str(PLUGINS / "libOrthancDicomWeb.so")],
        "Worklists": {"Enable": True, "Database": str(folder / "worklists"), "FilterIssuerAet": False},
        "DicomWeb": {"Enable": True, "Root": "/dicom-web/", "Ssl": False},
    }  # fmt: skip
    if certificates is not None:
        settings |= {
            "DicomTlsEnabled": True, "DicomTlsCertificate": str(certificates / "console.pem"),
            "DicomTlsPrivateKey": str(certificates / "console.key"), "DicomTlsTrustedCertificates": str(certificates / "ca.pem"),
            "DicomTlsRemoteCertificateRequired": True,
            "DicomModalities": {"console": {"AET": "RIMLIGHT", "Host": "127.0.0.1", "Port": made.console_port, "UseDicomTls": True}},
        }  # fmt: skip
    (folder / "orthanc.json").write_text(json.dumps(settings))
    return made
