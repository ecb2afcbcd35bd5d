"""A doubtful part of a face is scanned again in finer pixels: one file, one map, and nothing of the first scan is lost."""

import time

import numpy as np
import pytest

from algorithms.microwave.stopping import DOUBTFUL
from console.acquisition.imported import judge_file
from console.acquisition.readings_file import Subject
from console.acquisition.scan import ScanState
from console.acquisition.scanning import Scanning
from console.faults import Refused
from console.settings import Settings
from devices.device import DeviceKind
from devices.simulated.phantoms import irregular
from devices.simulated.scanner import SimulatedScanner, SimulatedTable

pytestmark = [pytest.mark.timeout(240), pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]
QUICK = Settings(scan_pixels=16, scan_points=31, settling_lifetimes=1)


@pytest.fixture
def scanning(tmp_path):
    table = SimulatedTable(lambda _name, rows, columns: irregular(7, rows, columns, inclusion_mm=(8.0, 5.0), finer=4))
    scanner = SimulatedScanner(table=table, sleep=lambda _s: None)
    plug = {DeviceKind.VNA: scanner}
    made = Scanning(tmp_path, plug.get, lambda: QUICK, sleep=lambda _s: None)
    yield made
    made.stop()
    scanner.close()


def until(what, limit_s=120.0):
    ends = time.monotonic() + limit_s
    while not what():
        assert time.monotonic() < ends
        time.sleep(0.02)


def scanned(scanning):
    assert scanning.begin(Subject("ref")).wait(120)
    run = scanning.begin(Subject("one", "case", "piece", "inferior"))
    assert scanning.offered() is None, "not while it scans"
    assert run.wait(120)
    until(lambda: scanning.sight.analysis is not None and scanning.sight.analysed == run.file.shown // 2)
    return run


def test_a_second_look_is_offered_done_merged_and_computed_again_from_one_file(scanning):
    scanned(scanning)
    first, look = scanning.sight.analysis, scanning.offered()
    assert (first.chances > DOUBTFUL).any()
    assert look.seconds > 0
    run = scanning.look_again()
    assert run.file.plan.mask(5).shape == (32, 32)
    assert scanning.offered() is None
    assert run.wait(120)
    assert run.progress.state is ScanState.COMPLETE
    done = scanning.finish()
    assert (done.analysis.map.grid.rows, done.analysis.map.grid.width_mm) == (32, 100)
    again = judge_file(done.file.path).analysis
    np.testing.assert_allclose(again.map.shown_mm, done.analysis.map.shown_mm, atol=1e-3)
    window, outside = look.window, np.ones((32, 32), bool)
    outside[2 * window.row : 2 * (window.row + window.rows), 2 * window.column : 2 * (window.column + window.columns)] = False
    np.testing.assert_array_equal(again.map.shown_mm[outside], np.kron(first.map.shown_mm, np.ones((2, 2)))[outside])
    assert (again.map.shown_mm != np.kron(first.map.shown_mm, np.ones((2, 2)))).any(), "the second look spoke somewhere"
    scanning.forget()
    assert [path.name for path in scanning.folder.iterdir()] == ["reference-ref.h5"]


def test_a_second_look_that_is_broken_off_leaves_the_first_scan(scanning, tmp_path):
    run = scanned(scanning)
    scanning.look_again()
    scanning.stop()
    left = Scanning(tmp_path, lambda _kind: None, lambda: QUICK)
    assert left.leftovers("case") == (run.file.path,)
    assert not list(left.folder.glob("second-*"))
    assert judge_file(run.file.path).analysis.map.grid.rows == 16


def test_nothing_to_look_at_is_said(scanning):
    with pytest.raises(Refused, match="No part of this map"):
        scanning.look_again()
