"""Each case's sidecar: an encrypted file that repeats, commit by commit, every row and audit line of that case, so that the store can be made anew.

A frame is `length | generation | first seq | nonce | sealed`, all but the length bound into the seal together with the journal's name, so that no
frame can be moved, swapped or edited. Whatever belongs to no case goes to `system.journal`. The database is always written first: a journal may
lack the last commit (and is caught up at the next start), never have one more.
"""

from __future__ import annotations

import json
import os
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from console.cases.audit import Line
from console.cases.files import flush_data, make_folder, read_whole, sync_folder
from console.cases.keys import Keys
from console.cases.rows import Row, canonical

SYSTEM = "system"
_HEADER = struct.Struct(">IHQ12s")  # length of the sealed part, generation of the key, first seq, nonce


@dataclass(frozen=True, slots=True)
class Frame:
    """What one commit wrote of one case: its audit lines, and each row as it was after them."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[str, Row], ...]

    def to_bytes(self) -> bytes:
        """To be sealed."""
        return canonical({"lines": [line.to_list() for line in self.lines], "rows": self.rows}).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Frame:
        """As unsealed."""
        kept = json.loads(content)
        return cls(tuple(Line.from_list(line) for line in kept["lines"]), tuple((name, row) for name, row in kept["rows"]))


@dataclass(frozen=True, slots=True)
class Contents:
    """What could be read of a journal: `good` bytes of `size`; `torn` when only the last write is missing its end."""

    frames: tuple[Frame, ...]
    good: int
    size: int
    torn: bool

    @property
    def last_seq(self) -> int:
        """0 for an empty one."""
        return self.frames[-1].lines[-1].seq if self.frames else 0


class Journals:
    """All of them, under one store's home."""

    def __init__(self, home: Path, keys: Keys) -> None:
        self._home, self._keys = home, keys
        self._clean: dict[str, int] = {}  # journals that were read through in this run -> their last seq

    def path(self, name: str) -> Path:
        """Of a case, by its id, or of `SYSTEM`."""
        return self._home / "system.journal" if name == SYSTEM else self._home / "cases" / f"{name}.journal"

    def names(self) -> Iterator[str]:
        """Those that are there."""
        if self.path(SYSTEM).exists():
            yield SYSTEM
        yield from sorted(path.stem for path in (self._home / "cases").glob("*.journal"))

    def begin(self) -> None:
        """Make the folder."""
        make_folder(self._home / "cases")

    def append(self, name: str, frame: Frame) -> None:
        """Durable when it returns; nothing happens when the journal has it already."""
        if self.last_seq(name) >= frame.lines[-1].seq:
            return
        path = self.path(name)
        fresh = not path.exists()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "ab") as file:
                file.write(self._sealed(name, frame))
                file.flush()
                flush_data(file.fileno())
        except BaseException:
            self._clean.pop(name, None)  # how much of it arrived is found out next time
            raise
        if fresh:
            sync_folder(path.parent)
        self._clean[name] = frame.lines[-1].seq

    def read(self, name: str) -> Contents:
        """As far as it can be read from its beginning."""
        content = read_whole(self.path(name))
        frames: list[Frame] = []
        at = 0
        while at < len(content):
            end = self._end(content, at)
            frame = self._opened(name, content[at:end]) if end <= len(content) else None
            if frame is None:
                return Contents(tuple(frames), at, len(content), torn=end >= len(content) or not any(content[at:]))
            frames.append(frame)
            at = end
        return Contents(tuple(frames), at, at, torn=False)

    def set_aside(self, name: str) -> None:
        """Keep a damaged journal under another name, never overwriting one; what follows starts a new one."""
        path = self.path(name)
        path.replace(path.with_name(f"{path.name}.damaged-{secrets.token_hex(4)}"))
        sync_folder(path.parent)
        self._clean.pop(name, None)

    def is_known(self, name: str) -> bool:
        """Whether it was read through, or written to, in this run."""
        return name in self._clean

    def last_seq(self, name: str) -> int:
        """The last line that it holds, 0 for none; a torn end is trimmed, damage before the end raises."""
        if name not in self._clean:
            contents = self.read(name)
            if contents.good < contents.size:
                if not contents.torn:
                    raise JournalDamaged(name)
                os.truncate(self.path(name), contents.good)
            self._clean[name] = contents.last_seq
        return self._clean[name]

    def _sealed(self, name: str, frame: Frame) -> bytes:
        generation, first, nonce = self._keys.newest, frame.lines[0].seq, secrets.token_bytes(12)
        bound = f"{name}|{generation}|{first}".encode()
        sealed = AESGCM(self._keys.derive("journal", generation)).encrypt(nonce, frame.to_bytes(), bound)
        return _HEADER.pack(len(sealed), generation, first, nonce) + sealed

    @staticmethod
    def _end(content: bytes, at: int) -> int:
        if at + _HEADER.size > len(content):
            return len(content) + 1
        return at + _HEADER.size + int(_HEADER.unpack_from(content, at)[0])

    def _opened(self, name: str, part: bytes) -> Frame | None:
        _, generation, first, nonce = _HEADER.unpack_from(part)
        if generation > self._keys.newest:
            return None
        try:
            bound = f"{name}|{generation}|{first}".encode()
            return Frame.from_bytes(AESGCM(self._keys.derive("journal", generation)).decrypt(nonce, part[_HEADER.size :], bound))
        except (InvalidTag, ValueError):
            return None


class JournalDamaged(Exception):
    """A journal is damaged before its end."""
