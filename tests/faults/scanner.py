"""A process that scans until it is killed: `python scanner.py FILE`. Says after each mask how many are kept."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from algorithms.microwave.model import Grid
from console.acquisition.readings_file import ReadingsFile, ScanPlan, Subject
from console.acquisition.scan import ScanRun, both
from devices.simulated.scanner import SimulatedScanner
from devices.vna import SweepPlan

PLAN = ScanPlan(Grid(16, 16, 100.0, 100.0), SweepPlan(points=21), settling=0.0)
SUBJECT = Subject("a" * 32, "b" * 32, "c" * 32, "medial")


def main():
    file = ReadingsFile(Path(sys.argv[1]), PLAN, SUBJECT, np.tile(np.array([[2.0], [1.0]], np.complex64), (256, 21)), "", simulated=True)
    scanner = SimulatedScanner(sleep=lambda _s: None)
    run = ScanRun(file, lambda: both(scanner, None), lambda: print(file.shown, flush=True), sleep=time.sleep)
    run.start()
    run.wait(600)


if __name__ == "__main__":
    main()
