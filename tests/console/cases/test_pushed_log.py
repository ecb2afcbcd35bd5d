"""A scan that a scanner pushed stays with its case byte for byte: kept before it leaves the inbox, once, whatever ends on the way."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from console.cases import pushed_log as log
from console.cases.inbox import Inbox, Leaving, Note
from console.cases.model import Role
from console.exporting import Exports
from console.exports import case_export
from console.exports.sights import Sights
from console.faults import NotAllowed, Refused
from console.modalities import evidence_of

CONTENTS = tuple(bytes([number]) * size for number, size in enumerate((0, 1, 70_000, (1 << 20) + 1, 3 << 20)))
INSTANCES = tuple(f"1.2.{number}" for number in range(len(CONTENTS)))
CANARY = b"M\xc3\xbcller^Anne-Marie, MRN-100"
PICTURES = (CANARY * 50, *CONTENTS[1:])


@pytest.fixture
def inbox(theatre):
    return Inbox(theatre.home, theatre.service.ledger.keys)


@pytest.fixture
def case(theatre, inbox):
    """A case to which a scan was given, signed."""
    made = theatre.case()
    push(inbox)
    inbox.give(INSTANCES, made.id)
    log.leave(inbox, made.id, INSTANCES)
    return made


def push(inbox, instances=INSTANCES):
    for instance, content in zip(INSTANCES, PICTURES, strict=True):
        if instance in instances:
            note = Note("MICROCT", "1.2", instance, "1.9", "1.9.1", "2026-03-09T09:00:00+00:00", len(content), "CT", patient_id="MRN-100")
            inbox.keep(note, content)


def keep(theatre, inbox, case, who=Role.NURSE):
    return log.keep(theatre.service, theatre.sessions[who], inbox, case.id)


def files(theatre, case):
    return theatre.service.case_file(theatre.surgeon, case.id).assets


def opened(theatre, case):
    """The objects of the one zip that the case has, once its own list was found to be true."""
    (asset,) = files(theatre, case)
    content = theatre.service.read_asset(theatre.surgeon, case.id, asset.sha256)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in archive.infolist())
        *names, sums = archive.namelist()
        found = {name: archive.read(name) for name in names}
        said = archive.read(sums).decode()
    assert said == "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in found.items())
    return found


def whole(theatre, inbox, case):
    """Everything is with the case, nothing is left, and nothing else was changed."""
    assert tuple(opened(theatre, case).values()) == PICTURES
    assert list(inbox.folder.iterdir()) == []
    assert theatre.service.verify() == ()


def test_every_object_is_kept_as_it_came_and_leaves_the_inbox(theatre, inbox, case):
    assert keep(theatre, inbox, case) is True
    whole(theatre, inbox, case)
    (asset,) = files(theatre, case)
    assert (asset.media_type, asset.by) == (log.ZIP, "Mary")
    assert asset.description == f"{log.PUSHED}: 5 objects"
    assert log.kept(theatre.service.case_file(theatre.surgeon, case.id)) == (asset,)
    assert keep(theatre, inbox, case) is False


def test_no_byte_of_it_touches_the_disk_unsealed(theatre, inbox, case, tmp_path, monkeypatch):
    temporary, looked = tmp_path / "temporary", []
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    real = Inbox.pieces

    def look(self, instance):
        yield from real(self, instance)
        found = [path for path in theatre.home.rglob("*") if path.is_file()]
        assert not any(CANARY in path.read_bytes() for path in found)
        assert not list(temporary.iterdir())
        looked.append(any(path.suffix == ".part" for path in found))

    monkeypatch.setattr(Inbox, "pieces", look)
    keep(theatre, inbox, case)
    assert looked == [False] * len(INSTANCES) + [True] * len(INSTANCES)  # hashed, then sealed
    assert not any(CANARY in path.read_bytes() for path in theatre.home.rglob("*") if path.is_file())


def test_the_zip_is_the_same_whenever_it_is_made_and_small_in_memory(theatre, inbox, case):
    pieces = list(log._zipped(inbox, INSTANCES))
    assert b"".join(pieces) == b"".join(log._zipped(inbox, INSTANCES))
    assert max(map(len, pieces)) < (1 << 20) + 1000


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="a program of GNU")
def test_another_program_reads_it_and_checks_the_list(theatre, inbox, case, tmp_path):
    keep(theatre, inbox, case)
    (asset,) = files(theatre, case)
    folder = tmp_path / "out"
    with zipfile.ZipFile(BytesIO(theatre.service.read_asset(theatre.surgeon, case.id, asset.sha256))) as archive:
        archive.extractall(folder)
    done = subprocess.run(["sha256sum", "--check", "--strict", log.LIST], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0


class Ended(Exception):
    """As when the power goes: nothing after it runs."""


@pytest.mark.parametrize("at", ["add_asset_pieces", "leave", "gone", "drop", "drop again"])
def test_wherever_it_ends_nothing_is_lost_and_nothing_is_kept_twice(theatre, inbox, case, monkeypatch, at):
    of, name = (theatre.service, at) if at == "add_asset_pieces" else (Inbox, at.split()[0])
    real, calls = getattr(of, name), []

    def end(*args, **more):
        calls.append(args)
        if len(calls) == (3 if "again" in at else 1):
            raise Ended
        return real(*args, **more)

    with monkeypatch.context() as patched:
        patched.setattr(of, name, end)
        with pytest.raises(Ended):
            keep(theatre, inbox, case)
    if at in {"add_asset_pieces", "leave"}:
        assert {note.instance for note in inbox.notes()} == set(INSTANCES)
    theatre.reopen()
    inbox.clean()
    keep(theatre, inbox, case)
    whole(theatre, inbox, case)


def test_a_full_disk_leaves_the_inbox_as_it_was_and_says_so(theatre, inbox, case, broken_write):
    before = {path: path.read_bytes() for path in inbox.folder.iterdir()}
    broken_write("console.cases.assets.os.fsync")
    with pytest.raises(Refused) as said:
        keep(theatre, inbox, case)
    assert str(said.value).startswith(log.STAYS)
    assert "disk is full" in str(said.value)
    assert {path: path.read_bytes() for path in inbox.folder.iterdir()} == before
    assert files(theatre, case) == ()
    assert list((theatre.home / "assets").rglob("*.part")) == []


def test_a_full_disk_at_signing_is_said_too_and_the_scan_waits_as_before(theatre, inbox, broken_write):
    made = theatre.case()
    push(inbox)
    inbox.give(INSTANCES, made.id)
    broken_write("console.cases.files.os.fsync")
    with pytest.raises(Refused, match="disk is full"):
        log.leave(inbox, made.id, INSTANCES)
    assert inbox.leaving(made.id) == ()
    assert len(list(inbox.notes())) == len(INSTANCES)


def test_a_damaged_picture_keeps_the_whole_scan_where_it_is(theatre, inbox, case):
    path = inbox._path(INSTANCES[3])
    content = path.read_bytes()
    for damaged in (content[:-1], content[:-16], content[:20], content[:-40] + bytes([content[-40] ^ 1]) + content[-39:]):
        path.write_bytes(damaged)
        with pytest.raises(Refused, match="missing or damaged"):
            keep(theatre, inbox, case)
        assert files(theatre, case) == ()
    path.write_bytes(content)
    assert keep(theatre, inbox, case) is True
    whole(theatre, inbox, case)


def test_a_second_reading_of_the_same_scan_adds_nothing(theatre, inbox, case):
    log.leave(inbox, case.id, tuple(reversed(INSTANCES)))
    assert len(inbox.leaving(case.id)) == 1
    keep(theatre, inbox, case)
    log.leave(inbox, case.id, INSTANCES)  # it was read a second time before it had left
    assert keep(theatre, inbox, case) is False
    whole(theatre, inbox, case)
    push(inbox)  # and the scanner sent it once more
    inbox.give(INSTANCES, case.id)
    log.leave(inbox, case.id, INSTANCES)
    keep(theatre, inbox, case)
    whole(theatre, inbox, case)


def test_what_came_anew_since_or_is_anothers_stays(theatre, inbox, case):
    other = theatre.case("MRN-200")
    inbox.keep(Note("MICROCT", "1.2", "1.3.1", "1.8", "1.8.1", "2026-03-09T09:00:00+00:00", 4, "CT"), b"else")
    inbox.give(["1.3.1"], other.id)
    push(inbox, INSTANCES[:2])
    assert keep(theatre, inbox, case) is True
    assert tuple(opened(theatre, case).values()) == PICTURES[2:]
    assert {(note.instance, note.case_id) for note in inbox.notes()} == {(INSTANCES[0], ""), (INSTANCES[1], ""), ("1.3.1", other.id)}
    assert keep(theatre, inbox, other) is False


def test_it_is_gone_for_good_where_somebody_cleared_it(theatre, inbox, case):
    for instance in INSTANCES:
        inbox.drop(instance)
    assert keep(theatre, inbox, case) is False
    assert list(inbox.folder.iterdir()) == []


def test_whoever_may_not_log_changes_nothing(theatre, inbox, case):
    with pytest.raises(Refused) as said:
        keep(theatre, inbox, case, Role.RESEARCHER)
    assert isinstance(said.value.__cause__, NotAllowed)
    assert len(inbox.leaving(case.id)) == 1


def test_a_note_that_is_damaged_or_anothers_moves_nothing(theatre, inbox, case):
    (path,) = inbox.folder.glob("*.out")
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    assert keep(theatre, inbox, case) is False
    assert len(list(inbox.notes())) == len(INSTANCES)
    path.write_bytes(content)
    (leaving,) = inbox.leaving(case.id)
    assert leaving == Leaving(case.id, INSTANCES)
    inbox.leave(replace(leaving, kept=True))
    assert inbox.leaving(case.id) == (replace(leaving, kept=True),)


def test_the_record_holds_it_and_research_does_not(qapp, theatre, inbox, case):
    keep(theatre, inbox, case)
    file = theatre.service.case_file(theatre.surgeon, case.id)
    (asset,) = file.assets
    exports = Exports(theatre.home, theatre.clock, lambda: None)
    record = exports.record(theatre.service, theatre.surgeon, file)
    content = (record / "petct-scan-1.zip").read_bytes()
    assert hashlib.sha256(content).hexdigest() == asset.sha256
    assert asset.sha256 in (record / "manifest.json").read_text("utf-8")
    research = exports.research(theatre.service, theatre.surgeon, file)
    assert not list(research.rglob("*.zip"))
    leaving = [path.read_bytes() for path in research.rglob("*") if path.is_file()]
    leaving += [item.content for item in case_export.for_research(theatre.service, theatre.surgeon, [(file, Sights({}))], evidence_of)]
    for secret in (CANARY, asset.sha256.encode()):
        assert not any(secret in one for one in leaving)
