"""The maker's key: signs update packages. It stays with whoever makes releases, outside of every checkout and of every installation.

RIMLIGHT_RELEASE_KEY names its file; without it one is made for this machine, so that what is built here can be updated by what is built here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from console import updates


def place() -> Path:
    """Where the key is."""
    named = os.environ.get("RIMLIGHT_RELEASE_KEY")
    return Path(named) if named else Path.home() / ".config" / "rimlight" / "release.key"


def own_key() -> Ed25519PrivateKey:
    """The key; made where none is named and none is there."""
    path = place()
    if not path.exists():
        if "RIMLIGHT_RELEASE_KEY" in os.environ:
            raise SystemExit(f"There is no key at {path}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()).hex())
        print(f"[package] made a key for updates of what is built on this machine: {path}", flush=True)
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text().strip()))


def public(key: Ed25519PrivateKey) -> str:
    """The half that installations are given."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def main() -> None:
    """`signing.py TREE VERSION PACKAGE`: an update package of a program's folder, for the system that it was built on."""
    tree, version, target = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    updates.make(tree, updates.here(version), own_key(), target)


if __name__ == "__main__":
    main()
