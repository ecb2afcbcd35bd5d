"""Nothing phones home: a console that starts, and lives for a while, speaks to no network unless somebody entered an address."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.promises import ROOT

PATIENCE_S = 120.0
LIVED_S = 8.0  # onnxruntime, as delivered, looks its maker up after two seconds
NETWORK = re.compile(r"(connect|sendto|sendmsg|bind)\(.*AF_INET6?")

OWN = re.compile(r"127\.0\.0\.1|::1")  # the simulated analyser


@pytest.mark.skipif(not shutil.which("strace"), reason="looks at system calls")
def test_a_start_opens_no_connection_and_no_port(tmp_path, monkeypatch):
    monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    calls, log = tmp_path / "calls", tmp_path / "home" / "log" / "rimlight.jsonl"
    with subprocess.Popen(
        ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg,bind", "-o", calls, sys.executable, "-m", "console", "--home",
         tmp_path / "home"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as traced:  # fmt: skip
        end = time.monotonic() + PATIENCE_S
        while not (log.exists() and "screen_shown" in log.read_text() and "camera_live" in log.read_text()):
            assert time.monotonic() < end
            assert traced.poll() is None
            time.sleep(0.2)
        time.sleep(LIVED_S)
        (child,) = Path(f"/proc/{traced.pid}/task/{traced.pid}/children").read_text().split()[:1]
        os.kill(int(child), signal.SIGTERM)
        assert traced.wait(60) == 0
    assert [line for line in calls.read_text().splitlines() if NETWORK.search(line) and not OWN.search(line)] == []
