"""Writes files so that a power cut leaves the old one or the new one, never something between."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

flush_data = getattr(os, "fdatasync", os.fsync)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable. Windows has no such call, and its journal does it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Put `content` in the place of `path` in one step, readable to its owner."""
    write_pieces(path, (content,), mode=mode)


def write_pieces(path: Path, pieces: Iterable[bytes], *, mode: int = 0o600) -> None:
    """As `write_whole`, for what is too large for memory; where the pieces end in an error, nothing is put in place."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def read_whole(path: Path) -> bytes:
    """All of it; nothing where there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def make_folder(path: Path) -> None:
    """A folder for its owner only, durable with its name."""
    if not path.is_dir():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(path.parent)
