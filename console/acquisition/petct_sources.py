"""Where PET-CT scans may be taken from: the incoming folder, USB sticks, and what a scanner pushed into the sealed inbox."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.cases.arrivals_log import parcels
from console.cases.inbox import Inbox
from devices.scanner import ScanRefused
from devices.scanners.source import Named, measured

INCOMING = "incoming"
MOST = 8
OTHER_SUFFIXES = frozenset(
    {".h5", ".hdf5", ".mat", ".npz", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".csv", ".toml"}
)  # of other modalities
STICKS = ("/media/", "/run/media/", "/mnt/")
REMOVABLE = 2  # Windows' DRIVE_REMOVABLE


@dataclass(frozen=True, slots=True)
class Arrival:
    """A scan that may be taken in: files that lie in `paths`, or sealed pictures named by `instances`."""

    title: str
    place: str
    when: datetime | None
    pictures: int
    size: int
    paths: tuple[Path, ...] = ()
    instances: tuple[str, ...] = ()
    arriving: bool = False
    assigned: bool = True  # False: pushed, and nobody has checked yet whose it is


def arrivals(
    home: Path, inbox: Inbox | None, now: datetime, sticks: tuple[Path, ...] | None = None, *, case_id: str = ""
) -> tuple[Arrival, ...]:
    """What there is for this case, newest first; of what was pushed, what is its own and what has no case yet."""
    found = list(_pushed(inbox, now, case_id)) if inbox is not None else []
    found += _in_folder(home / INCOMING, "Incoming folder")
    for stick in usb_sticks() if sticks is None else sticks:
        found += _in_folder(stick, f"USB stick {stick.name}".strip())
    return tuple(sorted(found, key=lambda one: one.when or now, reverse=True)[:MOST])


def dropped(paths: tuple[Path, ...]) -> Arrival:
    """What somebody dropped on the window."""
    return Arrival(paths[0].name, "Dropped", None, 0, 0, paths)


def contents(arrival: Arrival, inbox: Inbox | None) -> tuple[Path | Named, ...]:
    """What to hand to the reader: paths, or pictures opened into memory under names that say nothing."""
    if inbox is None or not arrival.instances:
        return arrival.paths
    return tuple(Named(f"{number:06d}", inbox.read(instance)) for number, instance in enumerate(arrival.instances))


def usb_sticks() -> tuple[Path, ...]:
    """Where removable media are mounted."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - its windll exists only there

        drives = (Path(f"{letter}:/") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
        return tuple(drive for drive in drives if ctypes.windll.kernel32.GetDriveTypeW(str(drive)) == REMOVABLE)
    try:
        lines = Path("/proc/mounts").read_text("utf-8").splitlines()
    except OSError:
        return ()
    places = (line.split()[1].replace("\\040", " ") for line in lines if len(line.split()) > 1)
    return tuple(Path(place) for place in places if place.startswith(STICKS))


def _in_folder(folder: Path, place: str) -> Iterator[Arrival]:
    """Each folder and each zip by itself; loose files together."""
    try:
        entries = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".") and not path.is_symlink()]
        alone = [path for path in entries if path.is_dir() or path.suffix.lower() == ".zip"]
        loose = tuple(path for path in entries if path.is_file() and path not in alone and path.suffix.lower() not in OTHER_SUFFIXES)
    except OSError:
        return
    for paths in (*((path,) for path in alone), *((loose,) if loose else ())):
        with contextlib.suppress(ScanRefused):  # gone between two looks, or far more than one scan
            count, size, newest = measured(paths)
            if count:
                when = datetime.fromtimestamp(newest / 1e9).astimezone()
                yield Arrival(paths[0].name if len(paths) == 1 else "Loose files", place, when, count, size, paths)


def _pushed(inbox: Inbox, now: datetime, case_id: str) -> Iterator[Arrival]:
    """One study is one arrival; its name in the list is the scanner's, never the patient's."""
    leaving = {one.instances for one in inbox.leaving(case_id)}
    for one in parcels(inbox):
        if one.is_scan and one.case_id in {"", case_id}:
            instances = tuple(sorted(note.instance for note in one.notes))
            place = "Sent by a scanner, for this patient" if one.case_id else "Sent by a scanner, not assigned yet"
            if instances in leaving:
                place = "Signed, waits to be kept with the case"
            yield Arrival(
                f"From {one.callers}", place, one.newest, len(instances), one.size, instances=instances, arriving=one.arriving(now),
                assigned=bool(one.case_id),
            )  # fmt: skip
