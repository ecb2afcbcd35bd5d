"""What was handed over, as pieces that can be opened: the files of folders, zips and lists, with no link followed and nothing unpacked."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from devices.scanner import refused

MOST_FILES = 20_000
MOST_DEPTH = 16  # folders in folders
MOST_BYTES = 8 << 30  # of all files together, a zip's as they would be unpacked
HELD_BYTES = 32 << 20  # a packed file up to this size is unpacked into memory at once: random access is quick there
MOST_DIRECTORY_BYTES = 8 << 20  # of a zip's list of members
ZIP_MARK, ZIP_END = b"PK\x03\x04", b"PK\x05\x06"

Opened = io.BufferedReader | io.BytesIO


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """One file that lies in memory and nowhere else: what a scanner pushed is sealed on disk, and opened only here."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One file of what was handed over. `name` decides the kind of a label map and is shown to nobody."""

    name: str
    size: int
    open: Callable[[], Opened]


def pieces(handed: Sequence[Path | Named], held: ExitStack) -> list[Piece]:
    """Every regular file, in the order of its name; zips stay open while `held` is. Links, pipes and devices are passed over."""
    found: list[Piece] = []
    total = 0
    for piece in _all(handed, held):
        found.append(piece)
        total += piece.size
        if len(found) > MOST_FILES:
            raise refused(f"There are more than {MOST_FILES:,} files; hand over the folder of one scan.")
        if total > MOST_BYTES:
            raise refused(f"The files hold more than {MOST_BYTES >> 30} GB; hand over the folder of one scan.")
    return found


def _all(handed: Sequence[Path | Named], held: ExitStack) -> Iterator[Piece]:
    """First what lies in memory, then what lies in files."""
    for each in handed:
        if isinstance(each, Named):
            yield Piece(each.name, len(each.content), partial(io.BytesIO, each.content))
    for path in _files([each for each in handed if isinstance(each, Path)]):
        yield from _opened_zip(path, held) if _is_zip(path) else (_plain(path),)


def measured(handed: Sequence[Path]) -> tuple[int, int, int]:
    """How many files, their bytes together, and when the newest was changed (ns): enough to see that a copy still goes on."""
    count = size = newest = 0
    for path in _files(handed):
        try:
            found = path.stat()
        except OSError:
            raise refused("A file of the scan cannot be read; copy it again.") from None
        count, size, newest = count + 1, size + found.st_size, max(newest, found.st_mtime_ns)
    return count, size, newest


def _files(handed: Sequence[Path]) -> Iterator[Path]:
    for path in handed:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError):
            raise refused("What was handed over is not there, or cannot be read; copy it again.") from None
        if stat.S_ISDIR(mode):
            yield from _inside(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            raise refused("What was handed over is neither a file nor a folder.")


def _inside(folder: Path) -> list[Path]:
    """The regular files below `folder`, links not followed; sorted, so that the same scan is read the same way twice."""
    found: list[Path] = []
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise refused(f"The folders lie more than {MOST_DEPTH} deep; hand over the folder of one scan.")
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((Path(entry.path), depth + 1))
                    elif entry.is_file(follow_symlinks=False):
                        found.append(Path(entry.path))
                    if len(found) + len(waiting) > MOST_FILES:
                        raise refused(f"There are more than {MOST_FILES:,} files; hand over the folder of one scan.")
        except OSError:
            raise refused("A folder of the scan cannot be read; copy it again.") from None
    return sorted(found)


def _plain(path: Path) -> Piece:
    try:
        return Piece(path.name, path.stat().st_size, lambda: path.open("rb"))
    except OSError:
        raise refused("A file of the scan cannot be read; copy it again.") from None


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) == ZIP_MARK
    except OSError:
        raise refused("A file of the scan cannot be read; copy it again.") from None


def _opened_zip(path: Path, held: ExitStack) -> list[Piece]:
    """The members, read where they lie: nothing is written anywhere, so no name in it can lead outside."""
    _check_directory(path)
    try:
        archive = held.enter_context(zipfile.ZipFile(path))
        members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise refused("The zip is damaged; copy it again.") from None
    if any(member.flag_bits & 1 for member in members):
        raise refused("The zip asks for a password; unpack it first.")
    return [
        Piece(member.filename, member.file_size, _member(archive, member)) for member in sorted(members, key=lambda each: each.filename)
    ]


def _check_directory(path: Path) -> None:
    """A list of members longer than any scan's is refused before it is read."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - (1 << 16) - 22))
            tail = file.read()
    except OSError:
        raise refused("The zip cannot be read; copy it again.") from None
    place = tail.rfind(ZIP_END)
    count, length = (int.from_bytes(tail[place + at : place + at + size], "little") for at, size in ((10, 2), (12, 4)))
    if place >= 0 and (count > MOST_FILES or length > MOST_DIRECTORY_BYTES):
        raise refused(f"The zip holds more than {MOST_FILES:,} files; hand over the folder of one scan.")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], Opened]:
    def opened() -> Opened:
        file = archive.open(member)
        if member.file_size > HELD_BYTES:
            return io.BufferedReader(file, 1 << 16)  # type: ignore[arg-type]
        with file:
            return io.BytesIO(file.read(member.file_size))

    return opened
