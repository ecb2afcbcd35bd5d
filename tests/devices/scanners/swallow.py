"""Reads one handed-over thing after another as the reading child does, under its memory limit, and prints a line on each: run by test_hostile.py."""

import json
import logging
import resource
import sys
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from devices import apart  # noqa: E402
from devices.scanners import folder, reading  # noqa: E402


class Listener:
    """Keeps what is said and throws the voxels away."""

    def __init__(self):
        self.said = []

    def words(self, **said):
        self.said.append(json.loads(json.dumps(said, allow_nan=False)))

    def array(self, values):
        assert values.nbytes


def main():
    logging.disable()
    warnings.simplefilter("ignore")
    apart._bound_memory(folder.ALLOWANCE_BYTES)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for line in sys.stdin:
        heard, began = Listener(), time.process_time()
        reading.send_scan(heard, (line.rstrip("\n"),))
        last = heard.said[-1]
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
        print(json.dumps({"refused": last.get("refused"), "grown_mb": grown / 1024, "cpu_s": time.process_time() - began}), flush=True)


if __name__ == "__main__":
    main()
