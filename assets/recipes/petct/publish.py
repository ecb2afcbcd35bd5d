"""Trained members into assets/models: ONNX files, their manifest, and one reference crop with every member's answer; needs the extra `train`."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from assets.recipes.petct import card, export, manifest, plan
from assets.recipes.petct.augment import SIDE
from assets.recipes.petct.network import residual_unet
from assets.recipes.petct.patients import NST, crops_of, normalisation


def publish(cache: Path, members: Path, models: Path) -> None:
    """Everything that is trained; what is no longer a member goes."""
    models.mkdir(parents=True, exist_ok=True)
    facts = sorted(
        (json.loads(path.read_text()) for path in members.glob("*-?-?.json")),
        key=lambda fact: (fact["family"] != "nst", fact["outer"], fact["inner"]),
    )
    for fact in facts:
        name = named(fact)
        net = residual_unet()
        net.load_state_dict(torch.load(members / f"{name}.pt", weights_only=True, map_location="cpu"))
        print(name, f"differs from PyTorch by {export.write(net, models / f'{name}.onnx'):.1e}", flush=True)
    wanted = {f"{named(fact)}.onnx" for fact in facts}
    for path in models.glob("*.onnx"):
        if path.name not in wanted:
            path.unlink()
    simulator = (cache / "simulator.sha256").read_text().strip()
    scales = normalisation(cache)
    (models / "manifest.toml").write_text(manifest.text(facts, models, scales, fast_members(facts), simulator))
    reference(cache, models, [named(fact) for fact in facts])
    card.write(models, plan.facts())


def named(fact: dict[str, object]) -> str:
    """A member's name."""
    return f"{fact['family']}-{fact['outer']}-{fact['inner']}"


def fast_members(facts: list[dict[str, object]]) -> list[str]:
    """Of each family the members with the smallest stopping loss, no two of one outer fold."""
    chosen: list[str] = []
    for family in manifest.FAMILIES:
        taken: set[object] = set()
        for fact in sorted((each for each in facts if each["family"] == family), key=lambda each: each["stop"]["loss"]):  # type: ignore[index]
            if fact["outer"] not in taken and len(taken) < manifest.FAST:
                taken.add(fact["outer"])
                chosen.append(named(fact))
    return chosen


def reference(cache: Path, models: Path, names: list[str]) -> None:
    """One crop at 0.1 mm of a positive NST specimen, in bytes, and what every member answered when it was exported."""
    crop = next(crop for crop in crops_of(NST[0], cache) if 0.1 < (crop[2] > 0).mean() < 0.6)
    edge = (crop.shape[-1] - SIDE) // 2
    image = crop[None, :2, edge : edge + SIDE, edge : edge + SIDE]
    answers = {}
    for name in names:
        session = onnxruntime.InferenceSession((models / f"{name}.onnx").read_bytes(), providers=["CPUExecutionProvider"])
        answers[name] = session.run(None, {"image": image.astype(np.float32) / 255})[0][0, 0].astype(np.float16)
    np.savez_compressed(models / "reference.npz", image=image, **answers)
