"""The model card, from its text (card.md), the manifest and the evaluation, so that no figure in it is typed by hand."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import numpy as np

NAMES = {"nst": "NST (one in eight multifocal)", "ilc": "ILC-like", "dcis": "DCIS-like"}
GENERATORS = {"both": "both", "a": "A", "b": "B"}

HERE = Path(__file__).resolve().parent


def write(models: Path, facts: dict[str, Any]) -> None:
    """`facts` are the numbers of patients and steps that the recipe used."""
    manifest = tomllib.loads((models / "manifest.toml").read_text())
    members = manifest["model"]
    families = {family: [each for each in members if each["family"] == family] for family in ("nst", "ilc-dcis")}
    path = models / "evaluation.json"
    results = evaluated(json.loads(path.read_text()), manifest, facts) if path.exists() else "Not evaluated yet.\n"
    text = (HERE / "card.md").read_text().format(
        count=len(members), nst=len(families["nst"]), rare=len(families["ilc-dcis"]), low=manifest["normalisation"]["ct_low_hu"],
        high=manifest["normalisation"]["ct_high_hu"], share=manifest["normalisation"]["pet_share"], multiple=manifest["layout"]["multiple"],
        megabytes=sum(each["bytes"] for each in members) / 1e6, licence=manifest["licence"],
        training="\n".join(trained(family, each) for family, each in families.items() if each), results=results, **facts,
    )  # fmt: skip
    (models / "README.md").write_text(text)


def trained(family: str, members: list[dict[str, Any]]) -> str:
    """One row: mean and range over the members."""
    cells = []
    for part in ("stop", "test"):
        seen = np.array([each[part]["dice"] for each in members])
        cells.append(f"{seen.mean():.3f} ({seen.min():.3f}–{seen.max():.3f})")
    return f"| {family} | {len(members)} | {cells[0]} | {cells[1]} |"


def evaluated(found: dict[str, Any], manifest: dict[str, Any], facts: dict[str, Any]) -> str:
    """The tables of the evaluation."""
    rows = []
    for each in found["groups"]:
        errors = (
            "–" if each["margin_error_median_mm"] is None else f"{each['margin_error_median_mm']:.2f} / {each['margin_error_p90_mm']:.2f}"
        )
        rows.append(
            f"| {NAMES[each['tumour']]} | {GENERATORS[each['generator']]} | {each['method']} | {each['specimens']} | {said(each['sensitivity'])} "
            f"| {said(each['specificity'])} | {errors} | {said(each['face_right'])} | {each['dice_mean']:.2f} |"
        )
    beside = found["fast_beside_ensemble"]
    return (HERE / "card_results.md").read_text().format(
        rows="\n".join(rows), pairs=beside["specimens"], within=said(beside["within_0.1_mm"]), same=said(beside["same_status"]),
        lost=beside["positives_lost"], fast=f"{len(manifest['fast']['nst'])} members", **facts,
    )  # fmt: skip


def said(share: dict[str, Any]) -> str:
    """A share with its counts and interval."""
    return (
        "–"
        if share["share"] is None
        else f"{share['share']:.2f} [{share['low']:.2f}, {share['high']:.2f}] ({share['count']}/{share['of']})"
    )
