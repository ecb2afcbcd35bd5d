"""What scanners pushed, until somebody decides which case it belongs to: sealed on disk, unread, apart from the cases.

One file an object, under a name that says nothing. A note at its head (who sent it, what it is called, when) is sealed by itself, so that the list
is read without the pictures. Reading an object here opens no pixel; a file that is not what was written is named and left alone. What leaves for its
case has a note of its own, so that a power cut on the way loses nothing and keeps nothing twice.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import struct
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

from console.cases.files import make_folder, sync_folder, write_whole
from console.cases.keys import Keys
from console.faults import StoreDamaged

_MAGIC = b"RLI1"
_HEADER = struct.Struct(">4sHI12s12s")  # magic, generation of the key, length of the sealed note, two nonces
_LABEL = struct.Struct(">4sH12s")  # magic, generation of the key, nonce; the sealed id of a case follows
_PIECE, _TAG = 1 << 20, 16
LARGEST_NOTE = 4096
LARGEST_WORDS = 200
MOST_BYTES, MOST_OBJECTS = 10 * 2**30, 20_000  # some forty scans: whoever pushes more without end must not fill the disk of the cases
SPARE_BYTES = 512 * 2**20  # the largest object that may come: with less than that the inbox is full


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of an object without reading it: the last fields say whose it claims to be, and which case it was given to."""

    caller: str
    sop_class: str
    instance: str
    study: str
    series: str
    arrived_at: str
    size: int
    modality: str = ""
    patient_id: str = ""
    patient_name: str = ""
    birth_date: str = ""
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A scan whose reading is signed, on its way into its case. `kept`: the case has it whole, only letting go is left."""

    case_id: str
    instances: tuple[str, ...]
    kept: bool = False


class Inbox:
    """All of one store, under `home/inbox`. Safe from any thread: each object is its own file, put in place in one step."""

    def __init__(self, home: Path, keys: Keys) -> None:
        self.folder, self._keys = home / "inbox", keys

    def keep(self, note: Note, content: bytes) -> None:
        """Seal it, durable when it returns; the same instance again takes the place of the first. An `OSError` leaves nothing behind."""
        make_folder(self.folder)
        path = self._path(note.instance)
        fresh = self.folder / f"{path.name}.{secrets.token_hex(4)}.part"
        path.with_suffix(".to").unlink(missing_ok=True)  # what comes anew has to be assigned anew
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
                yield replace(note, case_id=self._label(path))

    def give(self, instances: Iterable[str], case_id: str) -> None:
        """From now on these belong to a case, and wait here for its screen; what is not there is passed over."""
        for path in map(self._path, instances):
            if path.exists():
                label = path.with_suffix(".to")
                label.write_bytes(self._sealed(label, case_id))  # one that a power cut spoils is none
        sync_folder(self.folder)

    @property
    def damaged(self) -> int:
        """How many files are not what was written."""
        return sum(self._note(path) is None for path in self.folder.glob("*.in"))

    def read(self, instance: str) -> bytes:
        """The object as it came, or `StoreDamaged`."""
        return b"".join(self.pieces(instance))

    def pieces(self, instance: str) -> Iterator[bytes]:
        """As `read`, piece by piece; the whole is only proven when the last piece was given."""
        path = self._path(instance)
        try:
            with path.open("rb") as file:
                key, sealed, nonces = self._opened(file)
                AESGCM(key).decrypt(nonces[0], sealed, path.name.encode())
                yield from _opened_pieces(key, nonces[1], sealed[-_TAG:], file)
        except (OSError, InvalidTag, struct.error):
            raise StoreDamaged("A picture that a scanner sent is missing or damaged. Have the scanner send it again.") from None

    def drop(self, instance: str) -> None:
        """Let go of it, once its case has it; harmless twice."""
        for path in (self._path(instance), self._path(instance).with_suffix(".to")):
            path.unlink(missing_ok=True)

    # --- leaving for a case ------------------------------------------------------------------------------------------------------------

    def leave(self, leaving: Leaving) -> None:
        """Note it, durable when it returns; an `OSError` leaves what was noted before."""
        path = self._departure(leaving)
        write_whole(path, self._sealed(path, json.dumps(asdict(leaving))))

    def leaving(self, case_id: str) -> tuple[Leaving, ...]:
        """What was noted for a case and is not gone yet."""
        noted = (json.loads(words) for path in sorted(self.folder.glob("*.out")) if (words := self._words(path)))
        found = (Leaving(one["case_id"], tuple(one["instances"]), one["kept"]) for one in noted)
        return tuple(one for one in found if one.case_id == case_id)

    def waiting(self, leaving: Leaving) -> tuple[str, ...]:
        """What of it still lies here as it was given to the case: what came anew since has to be assigned anew."""
        paths = ((instance, self._path(instance)) for instance in leaving.instances)
        return tuple(instance for instance, path in paths if path.exists() and self._label(path) == leaving.case_id)

    def gone(self, leaving: Leaving) -> None:
        """Let go of what the case has, then of the note."""
        for instance in self.waiting(leaving):
            self.drop(instance)
        self._departure(leaving).unlink(missing_ok=True)

    # --- housekeeping ------------------------------------------------------------------------------------------------------------------

    def clean(self) -> None:
        """Remove what a crash left half written."""
        for part in self.folder.glob("*.part"):
            part.unlink(missing_ok=True)

    def size(self) -> int:
        """Bytes on disk."""
        return sum(self._sizes())

    def room(self) -> int:
        """Bytes that may still come; 0 when it is full."""
        sizes = self._sizes()
        left = MOST_BYTES - sum(sizes)
        return left if left >= SPARE_BYTES and len(sizes) < MOST_OBJECTS else 0

    def _sizes(self) -> list[int]:
        if not self.folder.exists():
            return []
        with os.scandir(self.folder) as found:
            return [entry.stat().st_size for entry in found if entry.name.endswith(".in")]

    def _path(self, instance: str) -> Path:
        name = hmac.digest(self._keys.derive("inbox names", 0), instance.encode(), hashlib.sha256).hex()
        return self.folder / f"{name}.in"

    def _departure(self, leaving: Leaving) -> Path:
        return self._path("\n".join(leaving.instances)).with_suffix(".out")

    def _note(self, path: Path) -> Note | None:
        try:
            with path.open("rb") as file:
                key, sealed, nonces = self._opened(file)
            return Note(**json.loads(AESGCM(key).decrypt(nonces[0], sealed, path.name.encode())))
        except (OSError, InvalidTag, struct.error, ValueError, TypeError):
            return None

    def _label(self, path: Path) -> str:
        """The case that an object was given to; empty where it was not, or the label is damaged."""
        return self._words(path.with_suffix(".to"))

    def _sealed(self, path: Path, words: str) -> bytes:
        """A few words as the file at `path` holds them."""
        generation, nonce = self._keys.newest, secrets.token_bytes(12)
        cipher = AESGCM(self._keys.derive("inbox", generation))
        return _LABEL.pack(_MAGIC, generation, nonce) + cipher.encrypt(nonce, words.encode(), path.name.encode())

    def _words(self, path: Path) -> str:
        """What `_sealed` wrote; empty where there is nothing, or it is damaged."""
        try:
            content = path.read_bytes()
            magic, generation, nonce = _LABEL.unpack_from(content)
            if magic != _MAGIC or generation > self._keys.newest:
                return ""
            return AESGCM(self._keys.derive("inbox", generation)).decrypt(nonce, content[_LABEL.size :], path.name.encode()).decode()
        except (OSError, InvalidTag, struct.error, ValueError):
            return ""

    def _opened(self, file: BinaryIO) -> tuple[bytes, bytes, tuple[bytes, bytes]]:
        """The key, the sealed note and both nonces; the rest of the file is the sealed object."""
        magic, generation, length, first, second = _HEADER.unpack(file.read(_HEADER.size))
        if magic != _MAGIC or generation > self._keys.newest or length > LARGEST_NOTE:
            raise InvalidTag
        return self._keys.derive("inbox", generation), file.read(length), (first, second)


def _opened_pieces(key: bytes, nonce: bytes, bound: bytes, file: BinaryIO) -> Iterator[bytes]:
    """The rest of a file, opened as it is read; `InvalidTag` at its end where it is not what was sealed."""
    decryptor = Cipher(AES(key), GCM(nonce)).decryptor()
    decryptor.authenticate_additional_data(bound)
    left = os.fstat(file.fileno()).st_size - file.tell() - _TAG
    while left > 0 and (piece := file.read(min(left, _PIECE))):
        left -= len(piece)
        yield decryptor.update(piece)
    tag = file.read()
    if len(tag) != _TAG:
        raise InvalidTag
    decryptor.finalize_with_tag(tag)
