"""A scan from the first mask to its file: the format that others read, pauses, faults of either instrument, what a crash leaves."""

from __future__ import annotations

import random
import threading
import time

import h5py
import numpy as np
import pytest

from algorithms.microwave.hadamard import Ordering, masks
from algorithms.microwave.model import Grid
from algorithms.microwave.readings import Scan
from console.acquisition.readings_file import ReadingsFile, ScanPlan, Subject, read_reference, read_scan_so_far, subject_of
from console.acquisition.scan import Instruments, ScanRun, ScanState, both
from console.scans.reader import read_scan
from devices.analysers.visa import VisaVna
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceRefused
from devices.simulated.scanner import SimulatedTable
from devices.simulated.scpi import ScpiServer
from devices.simulated.vna import SimulatedShockLine
from devices.vna import Sweep, SweepPlan

PLAN = ScanPlan(Grid(4, 4, 100.0, 80.0), SweepPlan(points=5), settling=5.0)
FACE = Subject("a" * 32, "b" * 32, "c" * 32, "inferior")
FREQUENCY = np.linspace(11e9, 20e9, 5)
BOUND_S = 20.0


class FakeScanner:
    """Both instruments: each sweep tells the mask that was shown; `trouble` maps a mask's number to what goes wrong there, once."""

    kind, address, lag_s = DeviceKind.VNA, "fake:0", 0.25

    def __init__(self, trouble=None):
        self.trouble, self.shown, self.placed, self.prepared, self.swept_at = trouble or {}, [], [], 0, []
        self.now = 0.0

    def identify(self):
        return Identity("Maker", "Scanner", "1", "1", simulated=True)

    def check(self):
        pass

    def close(self):
        pass

    def prepare(self, plan):
        self.prepared += 1

    def place(self, specimen):
        self.placed.append(specimen)

    def show(self, mask):
        self.shown.append(mask)
        self.fail("show")
        return self.now

    def blank(self):
        return self.now

    def sweep(self):
        self.fail("sweep")
        self.swept_at.append(self.now)
        weights = np.arange(1, 17).reshape(4, 4)
        return Sweep(1, self.now, FREQUENCY, (self.shown[-1] * weights).sum() * np.exp(1j * np.arange(5)), 1e4)

    def fail(self, where):
        error = self.trouble.pop((where, len(self.shown)), None)
        if error is not None:
            raise error

    def sleep(self, seconds):
        self.now += seconds


@pytest.fixture
def reference():
    return np.random.default_rng(1).random((32, 5)).astype(np.complex64) + 1


@pytest.fixture
def file(tmp_path, reference):
    made = ReadingsFile(tmp_path / "scans" / "scan.h5", PLAN, FACE, reference, "Maker Scanner", simulated=True)
    yield made
    made.close()


def scanning(file, scanner, **options):
    return ScanRun(file, lambda: Instruments(scanner, scanner), clock=lambda: scanner.now, sleep=scanner.sleep, **options)


def until(test):
    end = time.monotonic() + BOUND_S
    while not test():
        assert time.monotonic() < end
        time.sleep(0.002)


def test_every_mask_is_shown_settled_swept_and_kept(file):
    scanner = FakeScanner()
    run = scanning(file, scanner)
    run.start()
    assert run.wait(BOUND_S)
    assert run.progress.state is ScanState.COMPLETE
    assert (run.progress.shown, run.progress.of) == (32, 32)
    wanted = [mask for number in range(16) for mask in masks(Ordering.CAKE_CUTTING, 4, 4, number)]
    assert all(np.array_equal(*pair) for pair in zip(scanner.shown, wanted, strict=True))
    assert np.diff([0.0, *scanner.swept_at]) == pytest.approx(0.25 + 5 * 1.2e-3)
    assert scanner.placed == [f"{FACE.specimen_id} inferior"]


def test_the_file_is_what_scan_files_are(file, reference):
    scanner = FakeScanner()
    run = scanning(file, scanner)
    run.start()
    assert run.wait(BOUND_S)
    found = read_scan(file.path)
    assert isinstance(found.content, Scan)
    assert (found.simulated, found.content.complete) == (True, True)
    assert found.content.grid == Grid(4, 4, 100.0, 80.0)
    assert np.allclose(found.content.frequency_hz, FREQUENCY)
    mine = file.scan()
    for name in ("sample", "reference", "sums"):
        assert np.allclose(getattr(found.content, name), getattr(mine, name), rtol=1e-5)
    with h5py.File(file.path) as plain:
        assert plain.attrs["complete"]
        assert {"basis", "ordering", "time_convention", "rows", "columns", "field_of_view_mm"} <= set(plain.attrs)


def test_it_pauses_shows_a_torn_pair_again_and_resumes(file):
    scanner = FakeScanner()
    run = scanning(file, scanner, on_change=lambda: run.pause() if file.shown == 7 and not scanner.trouble else None)
    run.start()
    until(lambda: run.progress.state is ScanState.PAUSED)
    assert file.shown == 7
    scanner.trouble["never"] = None
    run.resume()
    assert run.wait(BOUND_S)
    assert file.complete
    assert scanner.prepared == 2
    assert np.array_equal(scanner.shown[7], scanner.shown[6]), "the positive mask of the torn pair"


@pytest.mark.parametrize("where", ["show", "sweep"])
def test_a_fault_pauses_with_one_sentence_and_all_is_kept(file, where):
    scanner = FakeScanner({(where, 11): DeviceAbsent("Analyser", "It stopped answering.")})
    run = scanning(file, scanner)
    run.start()
    until(lambda: run.progress.state is ScanState.PAUSED)
    assert run.progress.sentence == "Analyser: It stopped answering."
    assert file.shown == 10
    assert len(read_scan_so_far(file.path, 16).sample) == 5
    run.resume()
    assert run.wait(BOUND_S)
    assert (file.complete, run.progress.sentence) == (True, "")


def test_a_full_disk_pauses_too(file, monkeypatch):
    run = scanning(file, FakeScanner())

    def full(_row):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file, "append", full)
    run.start()
    until(lambda: run.progress.state is ScanState.PAUSED)
    assert "disk is full" in run.progress.sentence
    run.stop()


def test_a_stopped_scan_is_a_partial_file_with_whole_pairs(file):
    run = scanning(file, FakeScanner(), on_change=lambda: run.end() if file.shown == 9 else None)
    run.start()
    assert run.wait(BOUND_S)
    assert run.progress.state is ScanState.STOPPED
    found = read_scan(file.path).content
    assert (len(found.sample), found.complete) == (4, False)
    assert run.stop()


def test_a_missing_instrument_is_said():
    scanner = FakeScanner()
    assert both(scanner, None).projector is scanner
    with pytest.raises(DeviceAbsent, match="Analyser"):
        both(None, scanner)
    assert both(scanner, scanner).name == "Maker Scanner"


def test_a_scan_is_taken_up_where_its_file_ends(tmp_path, reference):
    """As after a crash: the file was never closed."""
    path = tmp_path / "scan.h5"
    torn = ReadingsFile(path, PLAN, FACE, reference, "Maker Scanner", simulated=True)
    scanner = FakeScanner()
    for number in range(11):
        scanner.show(PLAN.mask(number))
        torn.append(scanner.sweep().s21)
    copy = tmp_path / "copy.h5"
    copy.write_bytes(path.read_bytes())
    torn.close()
    assert subject_of(copy) == (FACE, 11)
    file = ReadingsFile.resume(copy)
    assert (file.shown, file.plan, file.subject, file.simulated) == (11, PLAN, FACE, True)
    run = scanning(file, FakeScanner(), paused="Interrupted.")
    assert run.progress.sentence == "Interrupted."
    run.start()
    run.resume()
    assert run.wait(BOUND_S)
    whole = read_scan(copy).content
    assert whole.complete
    assert np.array_equal(whole.sample[:5], file.pairs(0, 5))
    assert not list(tmp_path.glob("*.part"))


def test_a_reference_scan_serves_the_same_plan_alone(tmp_path):
    file = ReadingsFile(tmp_path / "reference.h5", PLAN, Subject("d" * 32), None, "Maker Scanner", simulated=True)
    scanner = FakeScanner()
    run = scanning(file, scanner)
    run.start()
    assert run.wait(BOUND_S)
    assert scanner.placed == [None]
    plan, rows = read_reference(file.path)
    assert rows.shape == (32, 5)
    assert plan.same_readings(ScanPlan(PLAN.grid, PLAN.sweep, settling=9.0))
    assert not plan.same_readings(ScanPlan(Grid(8, 8, 100.0, 80.0), PLAN.sweep))


def test_what_is_no_scan_is_refused(tmp_path):
    path = tmp_path / "scan.h5"
    path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(400))
    with pytest.raises((OSError, ValueError)):
        ReadingsFile.resume(path)


# --- an analyser that goes mad in the middle of a scan -------------------------------------------------------------------------------------


class MadAnalyser:
    """The simulated ShockLine, whose reply number `at` is damaged; a filling error queue never matters, because it is asked once a preparation."""

    def __init__(self, seed, at):
        self._chance, self._at, self._count = random.Random(seed), at, 0
        self._sane = SimulatedShockLine(SimulatedTable(), sleep=lambda _s: None)
        self._server = ScpiServer(self.answer)
        self.port = self._server.port
        self.over = threading.Event()

    def answer(self, line):
        reply = self._sane.answer(line)
        self._count += bool(reply)
        if not reply or self._count != self._at:
            return reply
        content, chance = bytearray(reply), self._chance
        match chance.randrange(5):
            case 0:
                content[chance.randrange(min(14, len(content)))] ^= 1 << chance.randrange(8)
            case 1:
                del content[chance.randrange(len(content)) :]
            case 2:
                content[chance.randrange(len(content)) : 0] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 40)))
            case 3:
                content = bytearray(chance.randrange(256) for _ in range(chance.randrange(1, 200)))
            case 4:
                self.over.wait(0.8)
        return bytes(content)

    def stop(self):
        self.over.set()
        self._server.stop()
        self._sane.stop()


def scan_through_madness(folder, seed):
    """Whether the scan came through: complete, or paused with one sentence and every earlier row kept."""
    analyser = MadAnalyser(seed, 1 + random.Random(seed).randrange(3, 9))
    try:
        vna = VisaVna("visa:x", f"TCPIP::127.0.0.1::{analyser.port}::SOCKET", timeout_s=0.05)
    except (DeviceAbsent, DeviceRefused) as error:
        analyser.stop()
        return error.problem.endswith(".")
    projector = FakeScanner()
    plan = ScanPlan(Grid(2, 2, 100.0, 100.0), SweepPlan(points=5, bandwidth_hz=1e6))
    file = ReadingsFile(folder / f"{seed}.h5", plan, Subject("e" * 32), None, "", simulated=True)
    run = ScanRun(file, lambda: Instruments(vna, projector), clock=lambda: projector.now, sleep=projector.sleep)
    run.start()
    until(lambda: run.progress.state is not ScanState.RUNNING)
    sound = run.progress.state is ScanState.COMPLETE or (run.progress.sentence.endswith(".") and "\n" not in run.progress.sentence)
    run.stop()
    vna.close()
    analyser.stop()
    with h5py.File(file.path) as kept:
        return sound and len(kept["reference"]) == file.shown - file.shown % 2


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_a_hundred_mutated_replies_in_mid_scan(tmp_path):
    assert [seed for seed in range(100) if not scan_through_madness(tmp_path, seed)] == []


@pytest.mark.endurance
@pytest.mark.timeout(7200)
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_ten_thousand_mutated_replies_in_mid_scan(tmp_path):
    assert [seed for seed in range(100, 10_100) if not scan_through_madness(tmp_path, seed)] == []
