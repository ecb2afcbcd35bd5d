"""What scanners pushed, until somebody decides which case it belongs to: sealed on disk, unread, apart from the cases.

One file an object, under a name that says nothing. A note at its head (who sent it, what it is called, when) is sealed by itself, so that the list
is read without the pictures. Reading an object here opens no pixel; a file that is not what was written is named and left alone.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import struct
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from console.cases.files import make_folder, sync_folder
from console.cases.keys import Keys
from console.faults import StoreDamaged

_MAGIC = b"RLI1"
_HEADER = struct.Struct(">4sHI12s12s")  # magic, generation of the key, length of the sealed note, two nonces
LARGEST_NOTE = 4096


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of an object without reading it."""

    caller: str
    sop_class: str
    instance: str
    study: str
    series: str
    arrived_at: str
    size: int


class Inbox:
    """All of one store, under `home/inbox`. Safe from any thread: each object is its own file, put in place in one step."""

    def __init__(self, home: Path, keys: Keys) -> None:
        self.folder, self._keys = home / "inbox", keys

    def keep(self, note: Note, content: bytes) -> None:
        """Seal it, durable when it returns; the same instance again takes the place of the first. An `OSError` leaves nothing behind."""
        make_folder(self.folder)
        path = self._path(note.instance)
        fresh = self.folder / f"{path.name}.{secrets.token_hex(4)}.part"
        generation = self._keys.newest
        cipher, nonces = AESGCM(self._keys.derive("inbox", generation)), (secrets.token_bytes(12), secrets.token_bytes(12))
        sealed = cipher.encrypt(nonces[0], json.dumps(asdict(note)).encode(), path.name.encode())
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_HEADER.pack(_MAGIC, generation, len(sealed), *nonces))
                file.write(sealed)
                file.write(cipher.encrypt(nonces[1], content, sealed[-16:]))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        sync_folder(self.folder)

    def notes(self) -> Iterator[Note]:
        """Everything that waits; damaged files are passed over, `damaged` counts them."""
        for path in sorted(self.folder.glob("*.in")):
            note = self._note(path)
            if note is not None:
                yield note

    @property
    def damaged(self) -> int:
        """How many files are not what was written."""
        return sum(self._note(path) is None for path in self.folder.glob("*.in"))

    def read(self, instance: str) -> bytes:
        """The object as it came, or `StoreDamaged`."""
        path = self._path(instance)
        try:
            with path.open("rb") as file:
                cipher, sealed, nonces = self._opened(file)
                cipher.decrypt(nonces[0], sealed, path.name.encode())
                return cipher.decrypt(nonces[1], file.read(), sealed[-16:])
        except (OSError, InvalidTag, struct.error):
            raise StoreDamaged("A picture that a scanner sent is missing or damaged. Have the scanner send it again.") from None

    def drop(self, instance: str) -> None:
        """Let go of it, once its case has it; harmless twice."""
        self._path(instance).unlink(missing_ok=True)

    def clean(self) -> None:
        """Remove what a crash left half written."""
        for part in self.folder.glob("*.part"):
            part.unlink(missing_ok=True)

    def size(self) -> int:
        """Bytes on disk."""
        return sum(path.stat().st_size for path in self.folder.glob("*.in"))

    def _path(self, instance: str) -> Path:
        name = hmac.digest(self._keys.derive("inbox names", 0), instance.encode(), hashlib.sha256).hex()
        return self.folder / f"{name}.in"

    def _note(self, path: Path) -> Note | None:
        try:
            with path.open("rb") as file:
                cipher, sealed, nonces = self._opened(file)
            return Note(**json.loads(cipher.decrypt(nonces[0], sealed, path.name.encode())))
        except (OSError, InvalidTag, struct.error, ValueError, TypeError):
            return None

    def _opened(self, file: BinaryIO) -> tuple[AESGCM, bytes, tuple[bytes, bytes]]:
        """The cipher, the sealed note and both nonces; the rest of the file is the sealed object."""
        magic, generation, length, first, second = _HEADER.unpack(file.read(_HEADER.size))
        if magic != _MAGIC or generation > self._keys.newest or length > LARGEST_NOTE:
            raise InvalidTag
        return AESGCM(self._keys.derive("inbox", generation)), file.read(length), (first, second)
