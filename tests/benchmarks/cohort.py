"""How long each question about a cohort takes, and how that grows: `python tests/benchmarks/cohort.py [CASES …]`. Not part of the test run."""

import argparse
import sys
import tempfile
import time
from math import log
from pathlib import Path

from console.commands import cohort, simulate

SIZES = (12_500, 25_000, 50_000, 100_000)
SURVIVAL = ["--time", "recurrence_days", "--event", "recurrence"]
QUESTIONS = {
    "summary": [],
    "table": ["--arm", "arm"],
    "survival": [*SURVIVAL, "--arm", "arm"],
    "incidence": ["--arm", "arm"],
    "cox": [*SURVIVAL, "--terms", "arm", "age", "tumour_size_cm", "grade", "er", "ki67_percent"],
    "logistic": ["--outcome", "permanent_margin", "--terms", "arm", "age", "tumour_size_cm", "grade", "er", "ki67_percent"],
    "subgroups": ["--outcome", "permanent_margin", "--arm", "arm"],
    "agreement": ["--truth", "permanent_margin", "--prediction", "frozen_margin"],
    "monitor": ["--outcome", "permanent_margin", "--by", "arm"],
    "balance": ["--outcome", "reoperation", "--arm", "arm", "--terms", "age", "tumour_size_cm", "grade", "er"],
}


def parsed(module, arguments):
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    return parser.parse_args([str(argument) for argument in arguments])


def measure(path):
    """Seconds to read the file, and to answer each question of the cohort once it is read: the best of three."""
    found = {}
    began = time.perf_counter()
    loaded = cohort.read_cohort(path)
    found["(reading)"] = time.perf_counter() - began
    cohort.read_cohort, reader = (lambda _: loaded), cohort.read_cohort
    try:
        for name, options in QUESTIONS.items():
            seconds = []
            for _ in range(3):
                began = time.perf_counter()
                cohort.run(parsed(cohort, [name, path, *options]))
                seconds.append(time.perf_counter() - began)
            found[name] = min(seconds)
    finally:
        cohort.read_cohort = reader
    return found


def main(sizes):
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.csv"
            simulate.run(parsed(simulate, ["cohort", "--cases", size, "--seed", 1, "--out", path]))
            rows.append(measure(path))
    print(f"{'':<12}" + "".join(f"{size:>10}" for size in sizes) + "   power of n (n log n is "
          f"{log(sizes[-1] * log(sizes[-1]) / (sizes[0] * log(sizes[0]))) / log(sizes[-1] / sizes[0]):.2f})" if len(sizes) > 1 else "")  # fmt: skip
    for name in rows[0]:
        slope = log(rows[-1][name] / rows[0][name]) / log(sizes[-1] / sizes[0]) if len(sizes) > 1 else 0.0
        print(f"{name:<12}" + "".join(f"{row[name]:>9.3f}s" for row in rows) + f"   {slope:.2f}")


if __name__ == "__main__":
    main(tuple(int(text) for text in sys.argv[1:]) or SIZES)
