"""What every adapter of a Protocol must hold to: the same tests for simulators, files and real protocols on loopback."""

from __future__ import annotations

import gc
import os
import select
import sys
import threading
import time
import warnings

import numpy as np
import pytest

from devices.device import Device, DeviceKind
from devices.errors import DeviceError
from devices.hospital import Pacs
from devices.projector import Plate, Projector
from devices.registry import open_device
from devices.simulated.scanner import SimulatedDmd, SimulatedTable
from devices.vna import SweepPlan, Vna

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
BOUND_S = 20.0  # not a speed: a hang is one that never ends


def ends(work):
    """Run `work` beside this thread; it must come back."""
    outcome = []

    def run():
        try:
            outcome.append(("result", work()))
        except DeviceError as error:
            outcome.append(("error", error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(BOUND_S)
    assert outcome, "it hangs"
    return outcome[0]


@pytest.fixture
def video(tmp_path):
    import cv2

    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 50, (64, 48))
    for number in range(8):
        writer.write(np.full((48, 64, 3), 20 * number, np.uint8))
    writer.release()
    return path


@pytest.fixture
def archive():
    from pynetdicom import AE, evt

    entity = AE(ae_title="ARCHIVE")
    entity.add_supported_context("1.2.840.10008.1.1")
    server = entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(evt.EVT_C_ECHO, lambda _: 0x0000)])
    yield server.server_address[1]
    server.shutdown()
    with warnings.catch_warnings():  # it forgets to close a socket whose other end went away first
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def mirrors():
    controller = SimulatedDmd(SimulatedTable())
    yield controller
    controller.stop()


@pytest.fixture
def serial_mirrors(mirrors):
    """A real terminal device with the controller's parser at its other end."""
    if sys.platform == "win32":
        pytest.skip("no pseudo-terminals")
    far, near = os.openpty()
    over = threading.Event()

    def serve():
        heard = b""
        while not over.is_set():
            if select.select([far], [], [], 0.05)[0]:
                heard += os.read(far, 4096)
                *lines, heard = heard.split(b"\n")
                for line in lines:
                    os.write(far, mirrors.answer(line.decode()))

    thread = threading.Thread(target=serve)
    thread.start()
    yield os.ttyname(near)
    over.set()
    thread.join()
    os.close(near)
    os.close(far)


class PaintedSurface:
    """A display that is painted at once."""

    name, lag_s = "HDMI-2", 0.03

    def __init__(self):
        self.there = True

    def present(self, mask, limit_s):
        return time.monotonic()

    def is_there(self):
        return self.there

    def close(self):
        self.there = False


CAMERAS = ["sim:camera", "video"]  # each of them as a camera: test_cameras.py
ANALYSERS = ["sim:vna", "sim:scanner"]
PROJECTORS = ["sim:projector", "sim:scanner", "dmd over TCP", "dmd over a serial port", "display"]
ARCHIVES = ["dicom"]


def opened(request):
    """The adapter that a fixture's parameter names; closed after the test."""
    match request.param:
        case "video":
            device = open_device(f"video:{request.getfixturevalue('video')}")
        case "dicom":
            device = open_device(f"dicom:ARCHIVE@127.0.0.1:{request.getfixturevalue('archive')}")
        case "dmd over TCP":
            device = open_device(f"dmd:tcp://127.0.0.1:{request.getfixturevalue('mirrors').port}")
        case "dmd over a serial port":
            device = open_device(f"dmd:serial:{request.getfixturevalue('serial_mirrors')}")
        case "display":
            device = open_device("projector:screen:1", lambda _number: PaintedSurface())
        case address:
            device = open_device(address)
    yield device
    device.close()


@pytest.fixture(params=CAMERAS + ANALYSERS + PROJECTORS[:1] + ARCHIVES)
def device(request):
    yield from opened(request)


class TestDevice:
    """Device, by every adapter."""

    def test_it_is_one(self, device):
        assert isinstance(device, Device)
        assert isinstance(device.kind, DeviceKind)
        assert ":" in device.address

    def test_it_says_who_it_is_and_whether_it_is_simulated(self, device):
        identity = device.identify()
        assert identity.name
        assert identity.simulated is (device.kind is not DeviceKind.PACS)
        assert device.identify() == identity

    def test_it_is_there(self, device):
        device.check()
        device.check()

    def test_it_closes_twice_and_leaves_no_thread_behind(self, device):
        device.close()
        device.close()
        until = time.monotonic() + BOUND_S
        ours = ("simulated-vna", "camera-reader", "Timer")
        while any(thread.name.startswith(ours) for thread in threading.enumerate()):
            assert time.monotonic() < until
            time.sleep(0.01)

    def test_many_may_check_at_once(self, device):
        outcomes = []
        threads = [threading.Thread(target=lambda: outcomes.append(ends(device.check))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [kind for kind, _ in outcomes] == ["result"] * 4


class TestVna:
    """Vna: the real adapter on the simulated instrument."""

    @pytest.fixture(params=ANALYSERS)
    def vna(self, request):
        yield from opened(request)

    def test_it_is_one(self, vna):
        assert isinstance(vna, Vna)

    @pytest.mark.parametrize("plan", [SweepPlan(), SweepPlan(1e9, 2e9, 2, 1e5), SweepPlan(12e9, 18e9, 1001, 1e6)])
    def test_it_measures_what_was_planned(self, vna, plan):
        vna.prepare(plan)
        sweeps = [vna.sweep() for _ in range(3)]
        for sweep in sweeps:
            assert np.allclose(sweep.frequency_hz, np.linspace(plan.start_hz, plan.stop_hz, plan.points), rtol=1e-9)
            assert sweep.s21.shape == (plan.points,)
            assert sweep.s21.dtype == np.complex128
            assert np.abs(sweep.s21).max() < 1.1
            assert not sweep.s21.flags.writeable
            assert not sweep.frequency_hz.flags.writeable
        assert [sweep.number for sweep in sweeps] == [1, 2, 3]
        assert not np.array_equal(sweeps[0].s21, sweeps[1].s21), "an old sweep shown as new"

    def test_a_sweep_without_a_plan_is_our_bug(self, vna):
        with pytest.raises(ValueError):
            vna.sweep()

    def test_what_it_cannot_do_it_refuses(self, vna):
        with pytest.raises(DeviceError, match="refused one of its settings"):
            vna.prepare(SweepPlan(11e9, 90e9, 201, 1e4))

    def test_a_closed_analyser_says_so(self, vna):
        vna.prepare(SweepPlan())
        vna.close()
        assert ends(vna.sweep)[0] == "error"
        assert ends(vna.check)[0] == "error"


class TestProjector:
    """Projector: mirrors by network, by serial port and in a box with the analyser; another display; the simulated table."""

    @pytest.fixture(params=PROJECTORS)
    def projector(self, request):
        yield from opened(request)

    def test_it_is_one(self, projector):
        assert isinstance(projector, Projector)
        assert projector.lag_s >= 0
        assert projector.identify().name
        projector.check()

    def test_masks_are_confirmed_in_order_and_in_time(self, projector):
        began = time.monotonic()
        times = [projector.show(np.random.default_rng(number).random((8, 16)) > 0.5) for number in range(5)] + [projector.blank()]
        assert times == sorted(times)
        assert began <= times[0]
        assert times[-1] <= time.monotonic()

    @pytest.mark.parametrize("mask", [np.ones((3, 3)), np.ones(4, bool), np.ones((0, 4), bool), np.ones((2000, 2), bool)])
    def test_what_is_no_mask_is_our_bug(self, projector, mask):
        with pytest.raises(ValueError):
            projector.show(mask)

    def test_a_closed_projector_says_so(self, projector):
        projector.show(np.ones((4, 4), bool))
        projector.close()
        projector.close()
        assert ends(projector.check)[0] == "error"
        assert ends(lambda: projector.show(np.ones((4, 4), bool)))[0] == "error"

    def test_only_the_simulated_one_lays_specimens_on_its_plate(self, projector):
        assert isinstance(projector, Plate) is projector.identify().simulated


class TestPacs:
    """Pacs: pynetdicom on both ends."""

    @pytest.fixture(params=ARCHIVES)
    def pacs(self, request):
        yield from opened(request)

    def test_it_answers(self, pacs):
        assert isinstance(pacs, Pacs)
        assert pacs.echo() >= 0
