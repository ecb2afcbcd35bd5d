"""`rimlight simulate …`: the simulators, as files or as live servers. A new one is one more record in `SIMULATORS`."""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.commands import simulate_camera, simulate_microwave, simulate_specimen
from console.faults import Refused
from devices.simulated.cohort import simulate_cohort

NAME = "simulate"
SUMMARY = "the simulators, as files or as live servers"
MOST_CASES = 1_000_000


@dataclass(frozen=True, slots=True)
class Simulator:
    """One subcommand: its name, one line on it, its arguments and its work."""

    name: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], dict[str, Any]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A parser for each simulator; `--json` may stand after the subcommand too."""
    parsers = parser.add_subparsers(dest="simulator", required=True, metavar="SIMULATOR")
    for simulator in SIMULATORS:
        below = parsers.add_parser(simulator.name, help=simulator.summary, description=simulator.summary, allow_abbrev=False)
        below.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object and nothing else")
        simulator.add_arguments(below)


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Run the one that was named."""
    return next(simulator for simulator in SIMULATORS if simulator.name == arguments.simulator).run(arguments)


def _cohort_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cases", type=int, required=True, metavar="N", help="how many cases")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed gives the same cases")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.csv", help="where to write them")


def _cohort(arguments: argparse.Namespace) -> dict[str, Any]:
    if not 1 <= arguments.cases <= MOST_CASES or arguments.seed < 0:
        raise Refused(f"--cases lies between 1 and {MOST_CASES}, and --seed is not negative.")
    cohort = simulate_cohort(arguments.cases, arguments.seed)
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([cohort.header, *cohort.rows])
    content = text.getvalue().encode()
    try:
        arguments.out.write_bytes(content)
    except OSError as error:
        raise Refused(f"{arguments.out.name} cannot be written: {error.strerror or 'the system refuses'}.") from None
    digest = hashlib.sha256(content).hexdigest()
    return {"out": str(arguments.out), "cases": arguments.cases, "seed": arguments.seed, "sha256": digest, "simulated": True, "notes": []}


SIMULATORS = (
    Simulator("cohort", "a cohort CSV of made-up cases", _cohort_arguments, _cohort),
    Simulator("camera", "frames of a fluorescence camera over a known scene", simulate_camera.add_arguments, simulate_camera.run),
    Simulator("microwave", "a microwave scan of a known specimen", simulate_microwave.add_arguments, simulate_microwave.run),
    Simulator("specimen", "the PET-CT of a made-up lumpectomy, as DICOM", simulate_specimen.add_arguments, simulate_specimen.run),
)
