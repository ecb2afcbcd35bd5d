"""The live screen at 1080p60 in a real window: from a frame's arrival to the end of its painting, and what was dropped.

    xvfb-run -s "-screen 0 1920x1080x24" python tests/benchmarks/live_picture.py [--seconds 20] [--busy | --petct]

A camera that costs nothing (sixteen frames made before) streams 12-bit frames with colour through feed, imaging and the live screen of a room with a
store. Every eighth frame has no excitation: it is the room's light, taken off the seven after it, and never a picture of its own. `lit` counts the
frames that should be painted, so `lost` = lit - painted. `--busy` runs a process that never rests beside it, at low priority; `--petct` the real
PET-CT analysis of a simulated specimen, again and again, in the child process of its own that the console gives it. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "console" / "views"))

import numpy as np
from imaged import Bench
from PyQt5.QtCore import QEventLoop
from PyQt5.QtWidgets import QApplication

from algorithms.fluorescence.model import Calibration, CameraState
from algorithms.orientation import Laterality
from algorithms.petct.analysis import Method
from algorithms.petct.model import Scan
from console import pace
from console.acquisition.petct_child import Order, PetCtRun, State
from console.acquisition.petct_models import Family, read_models
from console.acquisition.petct_scan import straight
from console.views.live import LiveView
from devices.camera import CameraSettings, Excitation, Flip, Frame, Health, StreamState, sealed
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent
from devices.simulated.camera import Sensor
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.scene import Deposit, Scene, ambient, lit

SIZE = (1920, 1080)
ROWS, COLUMNS, MM, PER_S = 1080, 1920, 0.07, 60.0
COPIES, AMBIENT_EVERY = 16, 8
WARM_S = 2.0


class Reel:
    """A camera that hands out the same frames again and again, at its rate."""

    kind, address = DeviceKind.CAMERA, "bench:reel"

    def __init__(self):
        scene = Scene(
            rows=ROWS, columns=COLUMNS, mm_per_pixel=MM, deposits=(Deposit(-9, -4, 1, 4.5, 9), Deposit(8, 5, 2, 3, 9)), texture=0.08
        )
        sensor, random = Sensor(), np.random.default_rng(1)
        light, room = lit(scene), ambient(scene)
        self._lit = [sealed(sensor.expose(light, random)) for _ in range(COPIES)]
        self._dark = sealed(sensor.expose(room, random))
        self._colour = random.integers(40, 120, (ROWS, COLUMNS, 3), dtype=np.uint8)
        self._colour.flags.writeable = False
        self._settings = CameraSettings(16.0, 0.0, PER_S, 12, excitation=Excitation.PULSED)
        self._number, self._began, self._open, self.lit = 0, time.monotonic(), True, 0

    def identify(self):
        return Identity("Rimlight", "Reel", "", "1", simulated=True)

    def check(self):
        if not self._open:
            raise DeviceAbsent("Reel", "It is closed.")

    def close(self):
        self._open = False

    def configure(self, wanted):
        self._settings = replace(wanted, frames_per_s=PER_S, bit_depth=12, exposure_ms=16.0, gain_db=0.0)
        return self._settings

    def health(self):
        return Health(StreamState.STREAMING, self._number, 0, 0, PER_S)

    def trigger(self):
        raise DeviceAbsent("Reel", "It has no trigger.")

    def grab(self):
        self.check()
        self._number += 1
        due = self._began + self._number / PER_S
        time.sleep(max(0.0, due - time.monotonic()))
        on = self._number % AMBIENT_EVERY != 0
        self.lit += on
        pixels = self._lit[self._number % COPIES] if on else self._dark
        return Frame(self._number, None, time.monotonic(), pixels, 12, 16.0, 0.0, on, 0.0, Flip.NONE, colour=self._colour if on else None)


def main():
    asked = arguments()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        room = Bench(application, Path(home), SIZE)
        reel = room.plug[0] = Reel()
        screen, beside = None, None
        try:
            until(application, lambda: room.imaging.status().identity == reel.identify() and room.imaging.status().received > 0)
            room.imaging.keep(Calibration(MM, 12), CameraState(16.0, 0.0, None, "none"), room.room.now())
            screen = shown(room)
            pace.steady()
            beside = Beside(asked)
            found = Watch(application, room.imaging, screen, reel).run(asked.seconds)
            print(json.dumps({"beside": beside.name, "rounds_beside": beside.rounds, "load": round(os.getloadavg()[0], 2), **found}))
        finally:
            if beside is not None:
                beside.end()
            if screen is not None:
                screen.close()
            reel.close()
            room.close()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20.0)
    beside = parser.add_mutually_exclusive_group()
    beside.add_argument("--busy", action="store_true")
    beside.add_argument("--petct", action="store_true")
    return parser.parse_args()


def shown(room):
    """The live screen, as large as the shell leaves it."""
    screen = LiveView(room.room)
    screen.resize(SIZE[0] - 128, SIZE[1] - 164)
    screen.show()
    return screen


def until(application, true, limit_s=30.0):
    end = time.monotonic() + limit_s
    while not true():
        if time.monotonic() > end:
            raise SystemExit("The camera did not begin.")
        application.processEvents()
        time.sleep(0.01)


class Beside:
    """What runs beside the picture: nothing, a loop, or one PET-CT analysis after the other."""

    def __init__(self, asked):
        self.name = "petct" if asked.petct else "busy" if asked.busy else "nothing"
        self.rounds, self._over, self._loop, self._thread = 0, threading.Event(), None, None
        if asked.busy:
            self._loop = subprocess.Popen(["nice", "-n", "19", sys.executable, "-c", "while True: pass"])
        if asked.petct:
            self._thread = threading.Thread(target=self._analyse, args=(petct_order(),))
            self._thread.start()

    def _analyse(self, order):
        while not self._over.is_set():
            analysis = PetCtRun(order)
            analysis.start()
            while not analysis.wait(0.2) and not self._over.is_set():
                pass
            analysis.cancel()
            self.rounds += analysis.progress.state is State.DONE

    def end(self):
        self._over.set()
        if self._loop is not None:
            self._loop.kill()
            self._loop.wait()
        if self._thread is not None:
            self._thread.join()


def petct_order():
    """A simulated specimen through the networks that the console uses."""
    made = simulate_scan(8, kind=TumourKind.NST, positive=False, size=(200, 240, 240))
    scan = Scan(made.ct_hu, (made.ct_spacing_mm,) * 3, made.pet_suv, (made.pet_spacing_mm,) * 3)
    models = read_models(Family.NST, Method.ENSEMBLE)
    return Order(scan, models.members, models.normalisation, straight(Laterality.LEFT), Method.ENSEMBLE, models.shares)


class Watch:
    """Sees every frame that is handed to the screen, and when the events that painted it were done."""

    def __init__(self, application, imaging, screen, reel):
        self._application, self._imaging, self._screen, self._reel = application, imaging, screen, reel
        self._arrived, self._delays = None, []
        show = screen.canvas.show_picture

        def told(picture, size, arrived_s):
            self._arrived = arrived_s
            show(picture, size, arrived_s)

        screen.canvas.show_picture = told

    def run(self, seconds):
        self._until(time.monotonic() + WARM_S)
        before, lit, skipped, spent = self._imaging.status(), self._reel.lit, self._imaging.skipped, time.process_time()
        self._delays.clear()
        self._until(time.monotonic() + seconds)
        after, ordered = self._imaging.status(), sorted(self._delays)
        lit, painted = self._reel.lit - lit, len(ordered)
        return {
            "seconds": seconds, "received": after.received - before.received, "lit": lit, "painted": painted, "lost": max(0, lit - painted),
            "dropped": after.dropped + after.missed - before.dropped - before.missed, "skipped": self._imaging.skipped - skipped,
            "median_ms": _ms(ordered, 0.5), "p99_ms": _ms(ordered, 0.99), "largest_ms": _ms(ordered, 1.0),
            "over_12_ms": sum(delay > 0.012 for delay in ordered),
            "cpu_ms_per_painted_frame": round(1e3 * (time.process_time() - spent) / max(1, painted), 2),
        }  # fmt: skip

    def _until(self, end):
        while time.monotonic() < end:
            self._application.processEvents(QEventLoop.AllEvents | QEventLoop.WaitForMoreEvents)
            if self._arrived is not None and self._screen.canvas._arrived_s is None:  # painted, and handed to the display
                self._delays.append(time.monotonic() - self._arrived)
                self._arrived = None


def _ms(ordered, share):
    return round(1e3 * ordered[int(share * (len(ordered) - 1))], 2) if ordered else None


if __name__ == "__main__":
    main()
