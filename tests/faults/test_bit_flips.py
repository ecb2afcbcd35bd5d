"""One bit turns over on the disk, anywhere: it is noticed and named, and a restore brings every record back."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from console.cases.inspection import inspect
from console.cases.restore import recover
from console.cases.verify import Part
from tests.faults import stores
from tests.faults.promises import look

KINDS = ("store.db", "store.db-wal", "assets/*/*", "cases/*.journal", "system.journal", "audit.head")
# What a flip in each of these is called. A flip in the write-ahead log cuts off what follows it, and is told by the anchor.
NAMED = {
    "assets": {Part.ASSETS},
    "cases": {Part.JOURNALS},
    "system.journal": {Part.JOURNALS},
    "audit.head": {Part.ANCHOR},
    "store.db": {Part.PAGES},
}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store as a crash leaves it, with one backup behind it."""
    return stores.make(tmp_path_factory.mktemp("pristine") / "home")


def flip(home: Path, chance: random.Random) -> str:
    """Turn one bit over; in which file."""
    path = chance.choice(sorted(home.glob(chance.choice(KINDS))))
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return str(path.relative_to(home))


def failures(pristine: Path, count: int, seed: int, work: Path) -> list[str]:
    """Flip `count` bits, each in a store of its own; what went unnoticed, unnamed or unrestored."""
    chance = random.Random(seed)
    wanted = look(stores.copy(pristine, work / "whole"))
    assert wanted.complaints == ()
    failed = []
    for number in range(count):
        home = stores.copy(pristine, work / f"{number}")
        where = flip(home, chance)
        findings = inspect(home)
        if not findings:
            failed.append(f"flip {number} in {where}: unnoticed")
        elif not NAMED.get(where.split("/", maxsplit=1)[0], {Part.ANCHOR, Part.PAGES}) & {finding.part for finding in findings}:
            failed.append(f"flip {number} in {where}: not named")
        recover(home)
        after = look(home)
        if after != wanted:
            failed.append(f"flip {number} in {where}: not restored: {after.complaints}")
        shutil.rmtree(home)
    return failed


def test_each_flip_is_noticed_and_repaired(pristine: Path, tmp_path: Path) -> None:
    assert failures(pristine, 60, 3, tmp_path) == []


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_500_flips_are_noticed_and_repaired(pristine: Path, tmp_path: Path) -> None:
    assert failures(pristine, 500, 5, tmp_path) == []
