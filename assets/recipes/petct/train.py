"""All members, one after another, resumable: trunk, twenty-five NST members, each then fine-tuned for ILC and DCIS; needs the extra `train`.

A member that is already on disk is not trained again, so whatever is finished when the time is up can be exported.
"""

from __future__ import annotations

import copy
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from assets.recipes.petct.augment import Bytes
from assets.recipes.petct.fitting import Course, Look, fit, look
from assets.recipes.petct.folds import Split, dealt, splits
from assets.recipes.petct.network import THREADS, residual_unet
from assets.recipes.petct.patients import ILC_DCIS, NST, TRUNK, Patient, crops_of
from assets.recipes.petct.plan import BUDGET, Budget


@dataclass(frozen=True, slots=True)
class Trained:
    """What the manifest says about one member. Losses and Dice are of crops: `stop` chose the step, `test` was never seen by this member."""

    family: str
    outer: int
    inner: int
    steps: int
    stop: Look
    test: Look
    seconds: float


def gathered(patients: tuple[Patient, ...] | list[Patient], cache: Path) -> Bytes:
    """The crops of several patients, in order."""
    return np.concatenate([crops_of(patient, cache) for patient in patients])


def judged(patients: tuple[Patient, ...] | list[Patient], cache: Path) -> Bytes:
    """A fifth of their crops: enough to judge by."""
    return np.concatenate([crops_of(patient, cache)[::5] for patient in patients])


def trunk(cache: Path, out: Path, budget: Budget) -> nn.Module:
    """The network from which every member starts, trained on patients who are in no fold."""
    net = residual_unet()
    path = out / "trunk.pt"
    if path.exists():
        net.load_state_dict(torch.load(path, weights_only=True))
        return net
    stop, *rest = dealt(TRUNK, seed=99)
    train, judges = gathered([each for fold in rest for each in fold], cache), judged(stop, cache)
    net, _ = fit(net, train, judges, Course(budget.trunk_steps, 3e-3, 0))
    net, seen = fit(net, train, judges, Course(budget.second_steps, 2e-3, 1))
    keep(net, path, {"steps": budget.trunk_steps + budget.second_steps, "stop": asdict(seen)})
    return net


def keep(net: nn.Module, path: Path, facts: dict[str, object]) -> None:
    """Weights and facts side by side; the facts come last, so that their presence means that both are whole."""
    torch.save(net.state_dict(), path)
    path.with_suffix(".json").write_text(json.dumps(facts, indent=1))
    print(path.stem, json.dumps(facts), flush=True)


def member(start: nn.Module, split: Split, family: str, course: Course, cache: Path, out: Path) -> nn.Module:
    """One member: from `start`, on its own patients, stopped by its inner fold, judged on its outer one."""
    net = copy.deepcopy(start)
    path = out / f"{family}-{split.outer}-{split.inner}.pt"
    if path.with_suffix(".json").exists():
        net.load_state_dict(torch.load(path, weights_only=True))
        return net
    began = time.monotonic()
    net, seen = fit(net, gathered(split.train, cache), judged(split.stop, cache), course)
    test = look(net, judged(split.test, cache), seen.step)
    keep(net, path, asdict(Trained(family, split.outer, split.inner, course.steps, seen, test, round(time.monotonic() - began, 1))))
    return net


def train(cache: Path, out: Path, budget: Budget = BUDGET) -> None:
    """The trunk and the NST members that are not on disk yet."""
    torch.set_num_threads(THREADS)
    out.mkdir(parents=True, exist_ok=True)
    base = trunk(cache, out, budget)
    for number, split in enumerate(in_turn(splits(NST))):
        member(base, split, "nst", Course(budget.member_steps, 1e-3, 100 + number), cache, out)


def transfer(cache: Path, out: Path, budget: Budget = BUDGET) -> None:
    """The ILC and DCIS members whose NST member is on disk: each goes on from it, with patients of its own."""
    torch.set_num_threads(THREADS)
    for number, split in enumerate(in_turn(splits(ILC_DCIS))):
        path = out / f"nst-{split.outer}-{split.inner}.pt"
        if path.with_suffix(".json").exists():
            net = residual_unet()
            net.load_state_dict(torch.load(path, weights_only=True))
            member(net, split, "ilc-dcis", Course(budget.transfer_steps, 1e-3, 200 + number), cache, out)


def in_turn(members: list[Split]) -> list[Split]:
    """One member of every outer fold before the second of any: an unfinished set still has all folds."""
    return sorted(members, key=lambda split: ((split.inner - split.outer) % 5, split.outer))
