"""Which simulator drew the patients: its hash, kept with the crops and told by the manifest, so that it shows when it has changed since."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def simulator_digest() -> str:
    """SHA-256 over the files of the simulator as they are now."""
    whole = hashlib.sha256()
    for path in sorted((ROOT / "devices" / "simulated").glob("petct*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()
