"""The trained models of the PET-CT analysis: a folder with a manifest, every file held against its hash before anything is computed with it.

A damaged network may load and answer nonsense (614 of 4,000 mutated files did), so nothing but the hash decides.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from algorithms.petct.analysis import Method
from algorithms.petct.model import Normalisation
from algorithms.petct.networks import Member
from algorithms.petct.threshold import shares_for
from console.cases.model import TumourType
from console.faults import ImportRefused
from console.resources import assets, home

MANIFEST = "manifest.toml"
LARGEST_FILE = 256 * 1024**2
LARGEST_MANIFEST = 1024**2
NONE_THERE = "No trained models are installed. The threshold works without them: --method threshold."
USUAL = Normalisation(ct_low_hu=-150.0, ct_high_hu=80.0)  # for the threshold where no models are installed


class Family(StrEnum):
    """Which tumours a model was trained to draw."""

    NST = "nst"
    ILC_DCIS = "ilc-dcis"


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """The members of one family, checked, with what belongs to them. `digest` names this set of files in one hash.

    `shares` are the thresholds of the baseline, fitted on the same training data, of the specimen's maximal uptake.
    """

    family: Family
    members: tuple[Member, ...]
    normalisation: Normalisation
    trained_on: str
    licence: str
    digest: str
    shares: tuple[float, ...]


def family_of(kind: TumourType) -> Family:
    """The models for a tumour type; a mixed tumour has an NST part, which these find."""
    return Family.ILC_DCIS if kind in {TumourType.ILC, TumourType.DCIS} else Family.NST


def own_models() -> Path:
    """Where networks lie that a department brought itself (`rimlight models`)."""
    return home() / "models"


def installed() -> Path:
    """The department's own networks where there are any, else those that ship."""
    return own_models() if (own_models() / MANIFEST).is_file() else assets() / "models"


def read_models(family: Family, method: Method, folder: Path | None = None) -> Models:
    """The members that a method needs, or `ImportRefused` in one sentence. The threshold needs none, only how CT and PET are scaled."""
    folder = installed() if folder is None else folder
    if method is Method.THRESHOLD and not (folder / MANIFEST).is_file():
        return Models(family, (), USUAL, "", "", "", shares_for(nst=family is Family.NST))
    manifest = _manifest(folder)
    try:
        normalisation = Normalisation(**{name: float(value) for name, value in manifest["normalisation"].items()})
        entries = [] if method is Method.THRESHOLD else _wanted(manifest, family, method)
        members = tuple(_member(folder, entry) for entry in entries)
        shares = _shares(manifest, family, normalisation)
        trained_on, licence = str(manifest["trained_on"]), str(manifest["licence"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ImportRefused("The manifest of the models is not complete. Nothing was computed.") from None
    digest = hashlib.sha256("".join(str(entry["sha256"]) for entry in entries).encode()).hexdigest() if entries else ""
    return Models(family, members, normalisation, trained_on, licence, digest, shares)


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.is_file():
        raise ImportRefused(NONE_THERE)
    try:
        if path.stat().st_size > LARGEST_MANIFEST:
            raise ImportRefused("The manifest of the models is too large to be one. Nothing was computed.")
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise ImportRefused("The manifest of the models cannot be read. Nothing was computed.") from None


def _shares(manifest: dict[str, Any], family: Family, normalisation: Normalisation) -> tuple[float, ...]:
    """The thresholds that the manifest states, or our own."""
    stated = manifest.get("threshold", {}).get(family.value)
    shares = shares_for(nst=family is Family.NST) if stated is None else tuple(float(share) for share in stated)
    if not shares or not all(0 < share < normalisation.pet_share for share in shares):
        raise ValueError("a threshold lies between nothing and where the PET is clipped")
    return shares


def _wanted(manifest: dict[str, Any], family: Family, method: Method) -> list[dict[str, Any]]:
    own = sorted((entry for entry in manifest["model"] if entry["family"] == family), key=lambda entry: int(entry["member"]))
    if method is Method.FAST:
        named = list(manifest["fast"][family.value])
        own = [entry for name in named for entry in own if entry["name"] == name]
    if not own:
        raise ImportRefused(f"No {family.value} models are installed for this method.")
    return own


def _member(folder: Path, entry: dict[str, Any]) -> Member:
    """A file, if it is the one that the manifest means."""
    name, path = str(entry["name"]), folder / str(entry["file"])
    if path.parent != folder:
        raise ImportRefused(f"The model {name} lies outside of its folder. Nothing was computed.")
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size == int(entry["bytes"]) and size <= LARGEST_FILE else b""
    except OSError:
        raise ImportRefused(f"The model {name} is missing. Install Rimlight again.") from None
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise ImportRefused(f"The model {name} is not the file that its manifest names. Install Rimlight again.")
    return Member(name, content)
