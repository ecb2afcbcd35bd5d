"""The self-test for hospital IT: a page, an exit status, and a bundle in which no patient is found."""

import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from console import __main__ as front_door
from console import diagnostics, installation, machine
from console.cases.condition import State
from console.commands import check
from tests.faults.identifiers import Search, people, spellings
from tests.faults.promises import ROOT


def checked(capsys, *arguments):
    status = front_door.main(["check", *map(str, arguments)])
    return status, capsys.readouterr().out


def test_a_person_reads_lines_and_a_script_the_status(tmp_path, capsys):
    status, text = checked(capsys, "--home", tmp_path)
    assert status == 0
    assert "processor" in text
    assert text.rstrip().splitlines()[-1].startswith("Fit for use")


def test_what_is_bad_decides_the_status_and_is_said(tmp_path, capsys, monkeypatch):
    tree = tmp_path / "tree"
    tree.mkdir()
    monkeypatch.setattr(installation, "tree", lambda: tree)
    assert checked(capsys, "--home", tmp_path)[0] == 2  # without a list
    (tree / "lib.so").write_bytes(b"1")
    installation.write_list(tree)
    assert checked(capsys, "--home", tmp_path)[0] == 0
    (tree / "lib.so").write_bytes(b"2")
    status, text = checked(capsys, "--home", tmp_path)
    assert status == 2
    assert "Not as shipped: lib.so" in text


def test_the_page_says_everything_and_escapes_it(tmp_path, capsys):
    checked(capsys, "--home", tmp_path, "--page", tmp_path / "page.html")
    assert "Research use only" in (tmp_path / "page.html").read_text("utf-8")
    found = {"fit": False, "at": "now", "checks": [{"name": "<b>", "state": "bad", "sentence": "a & b"}]}
    page = diagnostics.as_page(found)
    assert "&lt;b&gt;" in page
    assert "a &amp; b" in page
    assert "Not fit" in page


def test_no_patient_is_found_in_the_bundle(tmp_path, capsys, theatre_of):
    patients = people(4, 11)
    home = theatre_of(patients)
    _, text = checked(capsys, "--home", home, "--json", "--bundle", tmp_path / "bundle.zip")
    search = Search([word for mrn, family, given, born in patients for word in (mrn, family, given, *spellings(born))])
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        assert {"README.txt", "check.html", "check.json", "log/rimlight.jsonl"} == set(bundle.namelist())
        assert json.loads(bundle.read("check.json")) == json.loads(text)
        assert [name for name in bundle.namelist() if search.inside(bundle.read(name))] == []
    assert search.inside(patients[0][1].encode())  # it would be found


def test_a_bundle_that_cannot_be_written_is_refused(tmp_path, capsys):
    assert checked(capsys, "--home", tmp_path, "--bundle", tmp_path / "no" / "bundle.zip")[0] == 2


@pytest.mark.parametrize(("days", "state"), [(-1, State.BAD), (10, State.LOOK), (400, State.GOOD)])
def test_certificates_say_how_long_they_hold(tmp_path, days, state):
    now = datetime.now(UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "console")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 5, now - timedelta(days=30), now + timedelta(days=days))
    (tmp_path / "console.pem").write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    (tmp_path / "ca.pem").write_text("no certificate")
    assert [(found.name, found.state) for found in check._expiry(tmp_path, now)] == [("certificate console.pem", state)]


def test_the_machine_is_judged_by_what_was_measured():
    assert machine._memory(8 << 30).state is State.GOOD
    assert machine._memory(2 << 30).state is State.LOOK
    assert machine._memory(0).state is State.LOOK
    assert [machine._network_time(follows).state for follows in (True, False, None)] == [State.GOOD, State.LOOK, State.LOOK]
    assert machine._screen(1, 1920, 1080, 96).state is State.GOOD
    assert "smaller" in machine._screen(1, 1024, 768, 96).sentence
    assert "screen_dpi" in machine._screen(1, 1920, 1080, 3).sentence
    assert machine.memory_bytes() > 0


@pytest.fixture
def theatre_of(tmp_path: Path, monkeypatch):
    """A store with these patients, used as people use it and left by a kill, log and all."""

    def make(patients):
        monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")
        told = json.dumps([[mrn, family, given, born.isoformat(), spellings(born)] for mrn, family, given, born in patients])
        with subprocess.Popen(
            [sys.executable, "tests/faults/gossip.py", str(tmp_path / "home")], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as child:  # fmt: skip
            child.stdin.write(told.encode())
            child.stdin.close()
            assert child.stdout.readline() == b"ready\n"
            child.kill()
        return tmp_path / "home"

    return make
