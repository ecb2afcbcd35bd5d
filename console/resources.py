"""Where the console finds its own files, from a checkout or from an installed bundle, and where it keeps its data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs


def assets() -> Path:
    """The folder `assets/` of this checkout or bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "assets" if bundle else Path(__file__).resolve().parent.parent / "assets"


def home() -> Path:
    """Where this machine's store, backups and logs live; `RIMLIGHT_HOME` moves it."""
    chosen = os.environ.get("RIMLIGHT_HOME")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("rimlight", appauthor=False))
