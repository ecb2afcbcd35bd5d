"""How long each question about a cohort takes, and how that grows: `python tests/benchmarks/cohort.py [CASES …]`. Not part of the test run."""

import argparse
import os
import sys
import tempfile
import time
from math import log
from pathlib import Path

from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QGuiApplication, QImage, QPainter

from console.cohorts import reader
from console.cohorts.definition import Definition
from console.commands import cohort, cohort_sources, simulate
from console.views import cohort_pages
from console.views.cohort_sheet import Asked
from console.widgets import theme
from console.widgets.plot_view import paint_figure
from console.widgets.plots import screen_look

SIZES = (12_500, 25_000, 50_000, 100_000)
SURVIVAL = ["--time", "recurrence_days", "--event", "recurrence"]
QUESTIONS = {
    "summary": [],
    "table": ["--arm", "arm"],
    "outcomes": ["--arm", "arm"],
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
    loaded = reader.read_cohort(path)
    found["(reading)"] = time.perf_counter() - began
    cohort_sources.read_cohort, whole = (lambda _: loaded), cohort_sources.read_cohort
    try:
        for name, options in QUESTIONS.items():
            seconds = []
            for _ in range(3):
                began = time.perf_counter()
                cohort.run(parsed(cohort, [name, path, *options]))
                seconds.append(time.perf_counter() - began)
            found[name] = min(seconds)
    finally:
        cohort_sources.read_cohort = whole
    return found


def pages(path):
    """Seconds until each view of the screen is computed, from the columns in memory, and its figures are drawn: the best of three."""
    loaded = Definition().apply(reader.read_cohort(path))
    found = {}
    for page in cohort_pages.PAGES:
        for option, _ in page.options or (("", ""),):
            seconds = []
            for _ in range(3):
                began = time.perf_counter()
                sheet = cohort_pages.compute(page, Asked(loaded, option))
                for titled in sheet.figures:
                    drawn(titled.figure)
                seconds.append(time.perf_counter() - began)
            found[f"{page.key} {option}".strip()] = min(seconds)
    return found


def drawn(figure):
    image = QImage(1600, 600, QImage.Format_RGB32)
    painter = QPainter(image)
    paint_figure(painter, QRectF(image.rect()), figure, screen_look(1.0))
    painter.end()


def main(sizes):
    rows = []
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(["bench"])
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.csv"
            simulate.run(parsed(simulate, ["cohort", "--cases", size, "--seed", 1, "--out", path]))
            rows.append(measure(path) | {f"view {name}": seconds for name, seconds in pages(path).items()})
    application.processEvents()
    print(f"{'':<31}" + "".join(f"{size:>10}" for size in sizes) + "   power of n (n log n is "
          f"{log(sizes[-1] * log(sizes[-1]) / (sizes[0] * log(sizes[0]))) / log(sizes[-1] / sizes[0]):.2f})" if len(sizes) > 1 else "")  # fmt: skip
    for name in rows[0]:
        slope = log(rows[-1][name] / rows[0][name]) / log(sizes[-1] / sizes[0]) if len(sizes) > 1 else 0.0
        print(f"{name:<31}" + "".join(f"{row[name]:>9.3f}s" for row in rows) + f"   {slope:.2f}")


if __name__ == "__main__":
    main(tuple(int(text) for text in sys.argv[1:]) or SIZES)
