"""Crops into batches: rotated, flipped, scaled, and degraded by noise, smoothing and contrast, as in seed 001; needs the extra `train`."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F  # noqa: N812 - torch's own habit

from assets.recipes.petct.network import device

SIDE = 96  # pixels that the network sees; crops are larger so that corners stay filled when they turn
TURNED = 0.5  # the rest is flipped and transposed exactly, so that edges of one voxel stay sharp
SMOOTHED_SPREAD = 6 / 16  # what the binomial leaves of white noise
MOST_NOISE = 0.25  # of the CT's range: about 70 HU
Bytes = npt.NDArray[np.uint8]


def batch(crops: Bytes, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """CT and PET (N, 2, SIDE, SIDE) from 0 to 1, and tumour (N, 1, SIDE, SIDE), from crops (N, 3, larger, larger) of bytes."""
    turned = round(len(crops) * TURNED)
    parts = [_turned(crops[:turned], rng), _flipped(crops[turned:], rng)]
    whole = torch.cat(parts).to(device())
    image, tumour = whole[:, :2], (whole[:, 2:] > 0.5).float()
    return _degraded(image, rng).contiguous(memory_format=torch.channels_last), tumour


def plain(crops: Bytes) -> tuple[torch.Tensor, torch.Tensor]:
    """The middle of each crop as it is: for stopping and for testing."""
    edge = (crops.shape[-1] - SIDE) // 2
    whole = torch.from_numpy(crops[..., edge : edge + SIDE, edge : edge + SIDE].astype(np.float32) / 255).to(device())
    return whole[:, :2].contiguous(memory_format=torch.channels_last), (whole[:, 2:] > 0.5).float()


def _flipped(crops: Bytes, rng: np.random.Generator) -> torch.Tensor:
    """Another place, mirrored and transposed by chance: voxels stay voxels."""
    room = crops.shape[-1] - SIDE
    out = np.empty((len(crops), 3, SIDE, SIDE), dtype=np.float32)
    for number, crop in enumerate(crops):
        row, column = rng.integers(0, room + 1, 2)
        window = crop[:, row : row + SIDE, column : column + SIDE]
        window = np.rot90(window, int(rng.integers(4)), axes=(1, 2))
        out[number] = window[:, :, ::-1] if rng.random() < 0.5 else window
    return torch.from_numpy(out / np.float32(255))


def _turned(crops: Bytes, rng: np.random.Generator) -> torch.Tensor:
    """Turned by any angle, scaled by 0.8 to 1.25, mirrored and shifted."""
    count = len(crops)
    angle, size = rng.uniform(0, 2 * np.pi, count), np.exp(rng.uniform(np.log(0.8), np.log(1.25), count)) * SIDE / crops.shape[-1]
    mirror = rng.choice((-1.0, 1.0), count)
    shift = rng.uniform(-0.15, 0.15, (2, count))
    cos, sin = np.cos(angle) * size, np.sin(angle) * size
    theta = np.stack([cos * mirror, -sin, shift[0], sin * mirror, cos, shift[1]], axis=1).reshape(count, 2, 3)
    grid = F.affine_grid(torch.from_numpy(theta.astype(np.float32)), [count, 3, SIDE, SIDE], align_corners=False)
    return F.grid_sample(torch.from_numpy(crops.astype(np.float32) / 255), grid, align_corners=False, padding_mode="zeros")


def _degraded(image: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
    """Contrast and brightness of both, a third of the images smoothed, noise fine or coarse, metal; what is empty on the CT stays empty."""

    def chance(low: float, high: float, channels: int = 2) -> torch.Tensor:
        return torch.from_numpy(rng.uniform(low, high, (len(image), channels, 1, 1)).astype(np.float32)).to(image.device)

    def normal(channels: int) -> torch.Tensor:
        return torch.from_numpy(rng.standard_normal((len(image), channels, *image.shape[2:]), dtype=np.float32)).to(image.device)

    tissue = (image[:, :1] > 0).float()
    share = chance(0, 1) * (chance(0, 1, 1) < 1 / 3)
    out = image + share * (_smoothed(image) - image)
    out = out * chance(0.85, 1.15) + chance(-0.06, 0.06) * torch.tensor([1.0, 0.3], device=image.device).view(1, 2, 1, 1)
    coarse = chance(0, 1, 1)
    noise = (1 - coarse).sqrt() * normal(1) + coarse.sqrt() * _smoothed(normal(1)) / SMOOTHED_SPREAD
    ct = out[:, :1] + noise * MOST_NOISE * chance(0, 1, 1) ** 2
    pet = out[:, 1:] + normal(1) * 0.04 * chance(0, 1, 1) ** 2
    return torch.cat([torch.maximum(ct.clamp(0, 1), _metal(len(image), rng).to(image.device)) * tissue, pet.clamp(0, 1)], dim=1)


def _smoothed(image: torch.Tensor) -> torch.Tensor:
    """Binomial, 3 × 3."""
    kernel = torch.tensor([1.0, 2.0, 1.0], device=image.device) / 4
    weight = torch.outer(kernel, kernel).expand(image.shape[1], 1, 3, 3)
    return F.conv2d(F.pad(image, (1, 1, 1, 1), mode="replicate"), weight, groups=image.shape[1])


def _metal(count: int, rng: np.random.Generator) -> torch.Tensor:
    """In a quarter of the pictures the section of a clip or wire: an ellipse without noise."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    out = np.zeros((count, 1, SIDE, SIDE), np.float32)
    for number in np.flatnonzero(rng.random(count) < 0.25):
        row, column, turn = rng.uniform(0.2 * SIDE, 0.8 * SIDE), rng.uniform(0.2 * SIDE, 0.8 * SIDE), rng.uniform(0, np.pi)
        along = (rows - row) * np.cos(turn) + (columns - column) * np.sin(turn)
        across = (columns - column) * np.cos(turn) - (rows - row) * np.sin(turn)
        out[number, 0] = (along / rng.uniform(2, 12)) ** 2 + (across / rng.uniform(1, 5)) ** 2 < 1
    return torch.from_numpy(out)
