"""Where PET-CT scans may be taken from: the incoming folder, USB sticks, and what a scanner pushed into the sealed inbox."""

from __future__ import annotations

import contextlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from console.cases.inbox import Inbox, Note
from devices.scanner import ScanRefused
from devices.scanners.source import Named, measured

INCOMING = "incoming"
MOST = 8
OTHER_SUFFIXES = frozenset(
    {".h5", ".hdf5", ".mat", ".npz", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".csv", ".toml"}
)  # of other modalities
STILL = timedelta(seconds=10)  # a push that was quiet for so long is complete
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


def arrivals(home: Path, inbox: Inbox | None, now: datetime, sticks: tuple[Path, ...] | None = None) -> tuple[Arrival, ...]:
    """What there is, newest first."""
    found = list(_pushed(inbox, now)) if inbox is not None else []
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


def _pushed(inbox: Inbox, now: datetime) -> Iterator[Arrival]:
    """One study of one caller is one arrival; its name in the list is the scanner's, never the patient's."""
    studies: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in inbox.notes():
        studies[note.caller, note.study].append(note)
    for (caller, _), notes in studies.items():
        when = max(datetime.fromisoformat(note.arrived_at) for note in notes)
        instances = tuple(sorted(note.instance for note in notes))
        size = sum(note.size for note in notes)
        yield Arrival(f"From {caller}", "Sent by a scanner", when, len(notes), size, instances=instances, arriving=now - when < STILL)
