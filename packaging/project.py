"""What the packages say of the project, read from pyproject.toml: one place for version, summary, licence and whom to write to."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Project:
    """As it is in the checkout; `homepage` is empty as long as there is none."""

    version: str
    summary: str
    licence: str
    publisher: str
    maintainer: str  # name and address, as Debian writes them
    homepage: str


def project() -> Project:
    """Of this checkout."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    who = told["maintainers"][0]
    return Project(
        str(told["version"]), "Operating-room console for breast-conserving surgery", str(told["license"]), str(who["name"]),
        f"{who['name']} <{who['email']}>", str(told.get("urls", {}).get("Homepage", "")),
    )  # fmt: skip


def version() -> str:
    """Its version."""
    return project().version


def say(text: str) -> None:
    """What happens now."""
    print(f"[package] {text}", flush=True)
