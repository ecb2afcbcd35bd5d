"""The live picture at 1080p60 in a real window: from a frame's arrival to the end of its painting, and what was dropped.

    xvfb-run -s "-screen 0 1920x1080x24" python tests/benchmarks/live_picture.py [SECONDS] [--busy]

A camera that costs nothing (sixteen frames made before) streams 12-bit frames with colour, every eighth without excitation, through feed, imaging and
canvas as in the console. `--busy` runs a process that never rests beside it, at low priority, as the PET-CT analysis does. Prints one JSON object.
"""

from __future__ import annotations

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

import cv2
import numpy as np
from PyQt5.QtWidgets import QApplication

from algorithms.fluorescence.model import Calibration, CameraState
from console.acquisition.camera_feed import CameraFeed
from console.acquisition.imaging import Imaging
from console.widgets.image_canvas import ImageCanvas, Stand
from console.widgets.image_sketch import Sketch, Traced
from console.widgets.scale import Scale
from devices.camera import CameraSettings, Excitation, Flip, Frame, Health, StreamState, sealed
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent
from devices.simulated.camera import Sensor
from devices.simulated.scene import Deposit, Scene, ambient, lit

ROWS, COLUMNS, MM, PER_S = 1080, 1920, 0.07, 60.0
COPIES = 16
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
        self._number, self._began, self._open = 0, time.monotonic(), True

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
        on = self._number % 8 != 0
        pixels = self._lit[self._number % COPIES] if on else self._dark
        return Frame(self._number, None, time.monotonic(), pixels, 12, 16.0, 0.0, on, 0.0, Flip.NONE, colour=self._colour if on else None)


def main():
    seconds = float(next((word for word in sys.argv[1:] if not word.startswith("-")), "20"))
    cv2.setNumThreads(1)
    application = QApplication([])
    busy = subprocess.Popen(["nice", "-n", "19", sys.executable, "-c", "while True: pass"]) if "--busy" in sys.argv else None
    reel = Reel()
    with tempfile.TemporaryDirectory() as home:
        wake = threading.Event()
        feed = CameraFeed(lambda: reel, lambda: None)
        imaging = Imaging(feed, Path(home), lambda: "bench:reel", wake.set, lambda: None)
        canvas = ImageCanvas(Scale.of(1920, 1080, 96.0))
        canvas.fitted.connect(lambda rows, columns: setattr(imaging, "fit", (rows, columns)))
        canvas.resize(1310, 840)
        canvas.show()
        feed.start()
        imaging.start()
        imaging.calibrations.keep(
            "bench:reel\nRimlight Reel\n", Calibration(MM, 12), CameraState(16.0, 0.0, None, "none"), _now(), simulated=True
        )
        found = watch(application, imaging, canvas, wake, seconds)
        imaging.stop()
        feed.stop()
        reel.close()
    if busy is not None:
        busy.kill()
        busy.wait()
    print(json.dumps({"busy": busy is not None, "load": os.getloadavg()[0], **found}))


def watch(application, imaging, canvas, wake, seconds):
    """As the live screen does: look when there is news, paint, count."""
    delays, began, counted, spent = [], time.monotonic(), None, 0.0
    while time.monotonic() - began < seconds + WARM_S:
        if wake.wait(0.004):
            wake.clear()
            view = imaging.look()
            if view is not None:
                arrived = view.shot.lit.host_time_s
                canvas.show_picture(view.picture, view.shot.lit.pixels.shape[:2], arrived)
                sketch = Sketch(view.mm_per_pixel, tuple(Traced(glow.outline_px) for glow in view.glows if not glow.sharp))
                canvas.show_sketch(sketch, note=view.note)
                canvas.show_stand(Stand.LIVE)
                canvas.repaint()
                if counted is not None:
                    delays.append(time.monotonic() - arrived)
        application.processEvents()
        if counted is None and time.monotonic() - began > WARM_S:
            status = imaging.status()
            counted, spent = (status.received, status.dropped + status.missed, imaging.skipped), time.process_time()
    status = imaging.status()
    ordered = sorted(delays)
    return {
        "seconds": seconds, "cpu_ms_per_painted_frame": round(1e3 * (time.process_time() - spent) / max(1, len(delays)), 2),
        "painted": len(delays), "received": status.received - counted[0],
        "dropped": status.dropped + status.missed - counted[1], "skipped": imaging.skipped - counted[2],
        "median_ms": round(1e3 * ordered[len(ordered) // 2], 2), "p99_ms": round(1e3 * ordered[int(0.99 * (len(ordered) - 1))], 2),
    }  # fmt: skip


def _now():
    from datetime import UTC, datetime

    return datetime.now(UTC)


if __name__ == "__main__":
    main()
