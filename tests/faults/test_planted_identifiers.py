"""Patients leave no trace outside the encryption: not in the store, its log, its backups, temporary files, arguments or the environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.identifiers import Search, people, spellings
from tests.faults.promises import ROOT

PATIENTS = 60  # each with an MRN, two names and six spellings of a birth date: 540 identifiers


def listen(child: subprocess.Popen[bytes], told: bytes) -> tuple[bytes, list[bytes]]:
    """Tell it the patients, wait for its word; that, and what anybody on the machine can see of the process."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(told)
    child.stdin.close()
    child.stdin = None
    said = child.stdout.readline()
    return said, [Path(f"/proc/{child.pid}/{name}").read_bytes() for name in ("cmdline", "environ", "comm")]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_nothing_is_found(tmp_path: Path) -> None:
    patients = people(PATIENTS, 4)
    search = Search([identifier for mrn, family, given, born in patients for identifier in (mrn, family, given, *spellings(born))])
    assert len(set(search.needles.values())) >= 300
    told = json.dumps([[mrn, family, given, born.isoformat(), spellings(born)] for mrn, family, given, born in patients])
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    environment = {
        **os.environ,
        "RIMLIGHT_KEY_PLACE": "file",
        "TMPDIR": str(temporary),
        "HOME": str(temporary),
        "SQLITE_TMPDIR": str(temporary),
    }
    child = subprocess.Popen(
        [sys.executable, "tests/faults/gossip.py", str(home)],
        cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        said, seen_from_outside = listen(child, told.encode())
    finally:
        child.kill()
        _, errors = child.communicate(timeout=30)
    assert said == b"ready\n", errors[-2000:]
    assert search.under([home, temporary]) == {}
    assert [search.inside(content) for content in [*seen_from_outside, errors] if search.inside(content)] == []
    assert (home / "log" / "rimlight.jsonl").stat().st_size > 0
    assert list(home.glob("backups/*Z/store.db"))


def test_the_search_would_find_them(tmp_path: Path) -> None:
    mrn, family, _, born = people(1, 9)[0]
    search = Search([mrn, family, *spellings(born)])
    (tmp_path / "a").write_bytes(b"\0\1\2" + family.upper().encode("utf-16-le"))
    (tmp_path / "b").write_text(json.dumps({"name": family}))
    (tmp_path / "c").write_bytes(f"...{born:%d.%m.%Y}...".encode())
    (tmp_path / mrn).touch()
    assert sorted(Path(path).name for path in search.under([tmp_path])) == sorted(["a", "b", "c", mrn])
