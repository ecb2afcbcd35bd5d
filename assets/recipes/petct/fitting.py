"""One network's training: loss, steps, early stopping; needs the extra `train`.

Loss: Dice of the tumour, summed over the batch as in seed 001, plus a cross-entropy that counts pixels at the tumour's contour more, because the
margin is read from the contour. AdamW under one cosine cycle instead of the paper's 150 epochs of SGD: it gets there in the minutes that a CPU has.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - torch's own habit
from torch import nn

from assets.recipes.petct.augment import Bytes, batch, plain

BATCH = 16
CONTOUR_WEIGHT = 4.0  # a pixel within two of the contour counts five times
LOOKS = 5  # how often the stopping patients are asked


@dataclass(frozen=True, slots=True)
class Look:
    """What crops of patients who do not train say: loss, and Dice summed over all of their pixels."""

    step: int
    loss: float
    dice: float


@dataclass(frozen=True, slots=True)
class Course:
    """How one network is trained."""

    steps: int
    peak_rate: float
    seed: int
    decay: float = 1e-4


def loss_of(logits: torch.Tensor, tumour: torch.Tensor) -> torch.Tensor:
    """Dice and contour-weighted cross-entropy of one batch."""
    probability = torch.sigmoid(logits)
    dice = 1 - (2 * (probability * tumour).sum() + 1) / (probability.sum() + tumour.sum() + 1)
    grown, shrunk = F.max_pool2d(tumour, 5, 1, 2), -F.max_pool2d(-tumour, 5, 1, 2)
    weight = 1 + CONTOUR_WEIGHT * (grown - shrunk)
    entropy = F.binary_cross_entropy_with_logits(logits, tumour, weight, reduction="sum") / weight.sum()
    return dice + entropy


@torch.inference_mode()
def look(net: nn.Module, crops: Bytes, step: int = 0) -> Look:
    """The network on crops that stay as they are."""
    net.eval()
    loss, both, either, parts = 0.0, 0.0, 0.0, 0
    for start in range(0, len(crops), 4 * BATCH):
        image, tumour = plain(crops[start : start + 4 * BATCH])
        logits = net(image)
        found = (logits > 0).float()
        loss += float(loss_of(logits, tumour))
        both += float((found * tumour).sum())
        either += float(found.sum() + tumour.sum())
        parts += 1
    return Look(step, loss / max(parts, 1), 2 * both / either if either else 1.0)


def fit(net: nn.Module, train: Bytes, stop: Bytes, course: Course) -> tuple[nn.Module, Look]:
    """The network as it was at the look with the smallest stopping loss, and that look. How it came does not count: some would stay the trunk."""
    rng = np.random.default_rng(course.seed)
    torch.manual_seed(course.seed)
    optimiser = torch.optim.AdamW(net.parameters(), lr=course.peak_rate, weight_decay=course.decay)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimiser, course.peak_rate, total_steps=course.steps, pct_start=0.15)
    best = Look(0, float("inf"), 0.0)
    kept = copy.deepcopy(net.state_dict())
    every = max(1, course.steps // LOOKS)
    for step in range(1, course.steps + 1):
        net.train()
        image, tumour = batch(train[np.sort(rng.integers(0, len(train), BATCH))], rng)
        optimiser.zero_grad(set_to_none=True)
        loss_of(net(image), tumour).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        cycle.step()
        if step % every == 0 or step == course.steps:
            seen = look(net, stop, step)
            if seen.loss < best.loss:
                best, kept = seen, copy.deepcopy(net.state_dict())
            print(f"  step {step}: stopping loss {seen.loss:.4f}, Dice {seen.dice:.4f}", flush=True)
    net.load_state_dict(kept)
    return net, best
