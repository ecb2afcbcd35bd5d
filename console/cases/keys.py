"""Keeps the store's secret where only this user can get at it, and makes of it one key for each purpose.

The secret is a list of generations, 32 random bytes each. New work is sealed under the newest; what an older one sealed stays readable. So a
rotation is two steps, each harmless to repeat: put a longer list in its place, then encrypt the database anew. `key.place` remembers which place
holds the list and the first generation's fingerprint, so that a store whose key is gone is never given another one in silence.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from console.cases.files import read_whole, sync_folder, write_whole
from console.faults import CaseStoreError, KeyMissing, Refused

MOST_GENERATIONS = 16  # what the smallest of the systems' key stores (Windows: 2,560 bytes) holds with room to spare
SERVICE = "rimlight"


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The secret, oldest generation first. Never printed."""

    generations: tuple[bytes, ...]

    @property
    def newest(self) -> int:
        """The generation under which new work is sealed, from 0."""
        return len(self.generations) - 1

    def derive(self, purpose: str, generation: int | None = None) -> bytes:
        """32 bytes for one purpose: "database", "audit", "anchor", "journal", "asset" or "asset names"."""
        root = self.generations[self.newest if generation is None else generation]
        return HKDF(SHA256(), 32, salt=None, info=f"rimlight {purpose}".encode()).derive(root)

    @property
    def databases(self) -> tuple[bytes, ...]:
        """Keys that a database or a backup may have, likeliest first."""
        return tuple(self.derive("database", generation) for generation in range(self.newest, -1, -1))

    @property
    def fingerprint(self) -> str:
        """Tells this store's secret from another's, and nothing more."""
        return self.derive("fingerprint", 0)[:8].hex()

    def to_text(self) -> str:
        """As kept."""
        return "\n".join(generation.hex() for generation in self.generations) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Keys:
        """Read back; `KeyMissing` when it is no secret of ours."""
        try:
            generations = tuple(bytes.fromhex(line) for line in text.split())
        except ValueError:
            generations = ()
        if not generations or any(len(generation) != 32 for generation in generations):
            raise KeyMissing("What is kept as the store's key is not one. Put back the copy of the key that was set aside.")
        return cls(generations)

    def grown(self) -> Keys:
        """With one more generation."""
        if len(self.generations) == MOST_GENERATIONS:
            raise Refused(f"The key was changed {MOST_GENERATIONS - 1} times already; no further generation fits.")
        return Keys((*self.generations, secrets.token_bytes(32)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store's secret is kept: the operating system's key store, or a file that only its owner can read."""

    home: Path
    kind: str  # "os" or "file"
    name: str

    def read(self) -> Keys:
        """The secret, or `KeyMissing`."""
        return Keys.from_text(_read_file(self.home / self.name) if self.kind == "file" else _read_system(self.name))

    def write(self, keys: Keys) -> None:
        """Put the secret there, in the place of what was."""
        if self.kind == "file":
            write_whole(self.home / self.name, keys.to_text().encode(), mode=0o600)
        else:
            import keyring  # noqa: PLC0415 - slow to load, and seldom needed

            try:
                keyring.set_password(SERVICE, self.name, keys.to_text())
            except Exception:  # noqa: BLE001 - whatever a desktop's key store may raise, its text is not for the log
                raise CaseStoreError("The operating system's key store did not take the key. Nothing was changed.") from None


def load(home: Path) -> Keys:
    """The secret of the store under `home`."""
    place, fingerprint = _place(home)
    keys = place.read()
    if fingerprint and keys.fingerprint != fingerprint:
        raise KeyMissing("The key that is kept here belongs to another store. Put back this store's own key.")
    return keys


def make(home: Path) -> Keys:
    """A fresh secret for a new store; one that a crash left behind before the store began is taken up again."""
    if (home / "key.place").exists():
        return load(home)
    place = Place(home, "os", f"store-{secrets.token_hex(8)}") if _system_keeps_keys() else Place(home, "file", "key")
    if place.kind == "file" and (home / "key").exists():
        keys = place.read()
    else:
        keys = Keys((secrets.token_bytes(32),))
        place.write(keys)
    note = {"place": place.kind, "name": place.name, "fingerprint": keys.fingerprint}
    write_whole(home / "key.place", json.dumps(note).encode(), mode=0o600)
    return keys


def put(home: Path, keys: Keys) -> None:
    """Keep a longer list for the store under `home`."""
    _place(home)[0].write(keys)
    sync_folder(home)


def _place(home: Path) -> tuple[Place, str]:
    note = home / "key.place"
    if not note.exists():
        return Place(home, "file", "key"), ""
    try:
        found = json.loads(read_whole(note))
        return Place(home, str(found["place"]), str(found["name"])), str(found["fingerprint"])
    except (ValueError, KeyError):
        raise KeyMissing("The note key.place, which says where the store's key is kept, cannot be read.") from None


def _read_file(path: Path) -> str:
    if not path.exists():
        raise KeyMissing(f"The store is there, and its key file {path.name} is not. Put it back; without it nothing can be read.")
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise KeyMissing(f"Others can read the key file {path.name}. Make it yours alone (chmod 600), then start again.")
    return path.read_text()


def _system_keeps_keys() -> bool:
    if os.environ.get("RIMLIGHT_KEY_PLACE") == "file":
        return False
    import keyring  # noqa: PLC0415 - slow to load, and seldom needed
    from keyring.backends.fail import Keyring as Nowhere  # noqa: PLC0415

    backend = keyring.get_keyring()
    if isinstance(backend, Nowhere) or backend.priority < 1:
        return False
    try:
        backend.get_password(SERVICE, "is anybody there")
    except Exception:  # noqa: BLE001 - whatever a desktop's key store may raise, the file is there for it
        return False
    return True


def _read_system(name: str) -> str:
    import keyring  # noqa: PLC0415 - slow to load, and seldom needed

    try:
        kept = keyring.get_password(SERVICE, name)
    except Exception:  # noqa: BLE001 - whatever a desktop's key store may raise, the file is there for it
        raise KeyMissing("The operating system's key store does not answer. Sign in to it, then start again.") from None
    if not kept:
        raise KeyMissing(
            "The store is there, and the operating system's key store no longer has its key. Put it back; without it nothing can be read."
        )
    return str(kept)
