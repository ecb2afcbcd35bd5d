"""`rimlight bench`: how long things take, beside the obvious other way. Ratios can be trusted; single times depend on the machine.

A new bench is one more record in `BENCHES`.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.cases.model import CaseSummary, Role, Session
from console.cases.seeding import seed
from console.cases.service import CaseService
from console.cases.yardstick import Yardstick
from console.commands import bench_fluorescence, bench_margins, bench_microwave, bench_petct

NAME = "bench"
SUMMARY = "measure how long things take, beside the obvious other way: the case store at growing sizes, the fluorescence picture"
SIZES = (500, 5_000, 50_000)
PIN = "274951"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How large."""
    parser.add_argument("what", nargs="?", choices=list(BENCHES), default="store", help="what to measure")
    bench_fluorescence.add_arguments(parser)
    bench_petct.add_arguments(parser)
    parser.add_argument("--cases", type=int, default=5_000, help="the largest number of cases; 50000 takes many minutes and 7 GB")
    parser.add_argument("--readings", type=int, default=40, help="of each case")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Run the one that was named."""
    return BENCHES[arguments.what](arguments)


def run_store(arguments: argparse.Namespace) -> dict[str, Any]:
    """Grow one store and measure it at each size on the way; the last size beside the first says what grows."""
    os.environ["RIMLIGHT_KEY_PLACE"] = "file"  # the key of a store that is thrown away has no business in the system's key store
    sizes = sorted({size for size in SIZES if size < arguments.cases} | {arguments.cases})
    with tempfile.TemporaryDirectory(prefix="rimlight-bench-") as folder:
        home, results, there = Path(folder, "home"), {}, 0
        for number, size in enumerate(sizes, start=1):
            began = time.monotonic()
            for done in seed(home, size - there, arguments.readings, number=number):
                _say(f"seeding {there + done} of {size}")
            there, seconds = size, time.monotonic() - began
            results[str(size)] = {
                **measure(home, size),
                "seeding_s": round(seconds, 1),
                "store_mb": round((home / "store.db").stat().st_size / 1e6),
            }
            _say(f"measured {size}")
    first, last = results[str(sizes[0])], results[str(sizes[-1])]
    growth = {name: round(last[name]["median_ms"] / first[name]["median_ms"], 2) for name in first if isinstance(first[name], dict)}
    return {"readings_per_case": arguments.readings, "sizes": results, "times_first_size": growth}


def measure(home: Path, size: int) -> dict[str, Any]:
    """Median and 95th percentile of each thing a screen asks for, and the other way's median beside it."""
    opening = timed(lambda: CaseService.open(home).close(), 5)
    service, yardstick = CaseService.open(home), Yardstick(home)
    try:
        session = _surgeon(service)
        chance = random.Random(size)  # noqa: S311 - nothing here is a secret
        some = _some(service, session, chance)
        middle, skipped = _middle(service, session, size)
        pick: Callable[[], CaseSummary] = lambda: chance.choice(some)  # noqa: E731 - said once, used in each line below
        return {
            "open_store": opening,
            "first_page": timed(lambda: service.find_cases(session), 30) | other(yardstick.load_all, 3),
            "search_rare_name": timed(lambda: service.find_cases(session, f"{pick().patient.family_name} {pick().patient.given_name}"), 30)
            | other(lambda: yardstick.scan(pick().patient.family_name), 3),
            "search_beginning": timed(lambda: service.find_cases(session, pick().patient.family_name[:2]), 30)
            | other(lambda: yardstick.scan(pick().patient.family_name[:2]), 3),
            "search_mrn": timed(lambda: service.find_cases(session, pick().patient.mrn), 30)
            | other(lambda: yardstick.scan(pick().patient.mrn), 3),
            "search_birth_date": timed(lambda: service.find_cases(session, pick().patient.birth_date.isoformat()), 30)
            | other(lambda: yardstick.scan(pick().patient.birth_date.isoformat()), 3),
            "search_day": timed(lambda: service.find_cases(session, day=pick().scheduled_at.date()), 30),
            "page_in_the_middle": timed(lambda: service.find_cases(session, after=middle), 30) | other(lambda: yardstick.skip(skipped), 3),
            "open_case": timed(lambda: service.case_file(session, pick().id), 30)
            | other(lambda: yardstick.readings_without_index(pick().id), 3),
            "save_entry": timed(lambda: service.add_entry(session, pick().id, None, "bench", "field", "1"), 30),
        }
    finally:
        yardstick.close()
        service.close()


def timed(work: Callable[[], object], times: int) -> dict[str, float]:
    """Milliseconds, once warm."""
    work()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(1e3 * (time.perf_counter() - began))
    return {"median_ms": round(statistics.median(taken), 3), "p95_ms": round(sorted(taken)[int(0.95 * (len(taken) - 1))], 3)}


def other(work: Callable[[], object], times: int) -> dict[str, float]:
    """The obvious way."""
    return {"obvious_ms": timed(work, times)["median_ms"]}


def _surgeon(service: CaseService) -> Session:
    people = service.users()
    if not people:
        administrator = service.sign_in(service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN).id, PIN)
        service.add_user(administrator, "Grace", Role.SURGEON, PIN)
    return service.resume(next(person for person in service.users() if person.role is Role.SURGEON).id)


def _some(service: CaseService, session: Session, chance: random.Random) -> list[CaseSummary]:
    """Cases from all over the worklist, by the beginnings of names and MRNs."""
    found = [service.find_cases(session, text, limit=50).cases for text in ("an", "be", "gold", "rosen", "voss", "zorn", "11", "234", "56")]
    some = [case for cases in found for case in cases]
    chance.shuffle(some)
    return some


def _middle(service: CaseService, session: Session, size: int) -> tuple[str | None, int]:
    """A place half-way down the worklist, and how many cases lie above it."""
    place, above = None, 0
    while above < size // 2:
        page = service.find_cases(session, after=place, limit=500)
        if page.next is None:
            break
        place, above = page.next, above + len(page.cases)
    return place, above


def _say(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{text}", end="", file=sys.stderr, flush=True)


BENCHES: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "margins": bench_margins.run,
    "store": run_store,
    "fluorescence": bench_fluorescence.run,
    "petct": bench_petct.run,
    "microwave": bench_microwave.run,
}
