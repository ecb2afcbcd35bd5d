"""The manifest beside the ONNX files: what each is, its hash, how its input is scaled, how it was trained; written anew from what is on disk."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from algorithms.petct.model import Normalisation
from assets.recipes.petct.network import CHANNELS, MULTIPLE

TRAINED_ON = "simulated specimens"
LICENCE = "GPL-3.0-or-later"
FAMILIES = ("nst", "ilc-dcis")
FAST = 4  # members of each family in the fast mode: one of four outer folds


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text(facts: Iterable[dict[str, object]], folder: Path, scales: Normalisation, fast: Sequence[str], simulator: str) -> str:
    """The manifest of these members, TOML. `facts` are the records that training kept, in the order of the members."""
    parts = [
        "# Written by assets/recipes/petct; the console loads no file whose hash is not here.",
        f"trained_on = {quoted(TRAINED_ON)}",
        f"licence = {quoted(LICENCE)}",
        'recipe = "assets/recipes/petct"',
        f'date = "{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"',
        f"simulator_sha256 = {quoted(simulator)}",
        f'architecture = "residual U-Net (MONAI), channels {"-".join(map(str, CHANNELS))}, BatchNorm folded, LeakyReLU, weights float16"',
        "\n[layout]",
        'input = "image"  # (N, 2, H, W) float32',
        'channels = ["ct", "pet"]  # both 0..1',
        'output = "probability"  # (N, 1, H, W) float32',
        f"multiple = {MULTIPLE}  # of H and W",
        "spacing_mm = [0.1, 0.4]  # the grids that it was trained on",
        "\n[normalisation]",
        f"ct_low_hu = {scales.ct_low_hu}",
        f"ct_high_hu = {scales.ct_high_hu}",
        f"pet_share = {scales.pet_share}",
        "\n[fast]",
    ]
    parts += [f"{family} = [{', '.join(quoted(name) for name in fast if name.startswith(family))}]" for family in FAMILIES]
    return "\n".join([*parts, *(entry(fact, folder) for fact in facts)]) + "\n"


def entry(fact: dict[str, object], folder: Path) -> str:
    """One member's table."""
    name = f"{fact['family']}-{fact['outer']}-{fact['inner']}"
    path = folder / f"{name}.onnx"
    lines = [
        "\n[[model]]",
        f"name = {quoted(name)}",
        f"file = {quoted(path.name)}",
        f"sha256 = {quoted(digest(path))}",
        f"bytes = {path.stat().st_size}",
        f"family = {quoted(str(fact['family']))}",
        f"member = {int(str(fact['outer'])) * 5 + int(str(fact['inner']))}",
        f"outer_fold = {fact['outer']}",
        f"inner_fold = {fact['inner']}",
    ]
    for part in ("stop", "test"):
        seen = fact[part]
        assert isinstance(seen, dict)
        lines.append(f"{part} = {{ step = {seen['step']}, loss = {seen['loss']:.4f}, dice = {seen['dice']:.4f} }}")
    return "\n".join(lines)


def quoted(value: str) -> str:
    """A TOML string."""
    return json.dumps(value)
