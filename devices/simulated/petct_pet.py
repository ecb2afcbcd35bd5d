"""How a micro-PET sees uptake in a simulated specimen: its own voxels, spill-over, attenuation, the counts of a dose and a time, and a filter."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from devices.simulated.petct_families import Injection, PetScanner
from devices.simulated.petct_fields import Field, Shape, blur

FWHM = 2.3548  # widths of a Gaussian to a standard deviation
TAIL_FWHM_MM = 4.0
ATTENUATION_PER_MM = 0.0096  # water at 511 keV


def pet_shape(shape: Shape, spacing_mm: float, pet_spacing_mm: float) -> Shape:
    """How many PET voxels cover the CT's grid."""
    slices, rows, columns = (int(np.ceil(length * spacing_mm / pet_spacing_mm - 1e-9)) for length in shape)
    return slices, rows, columns


def regrid(field: Field, spacing_mm: float, pet_spacing_mm: float) -> Field:
    """Means over the PET's voxels of a field on the CT's grid; both share their first outer corner, beyond the CT is nothing.

    What is in the field (value × volume) is kept.
    """
    wanted = pet_shape(field.shape, spacing_mm, pet_spacing_mm)
    z, y, x = (_overlap(fine, coarse, spacing_mm, pet_spacing_mm) for fine, coarse in zip(field.shape, wanted, strict=True))
    flat = z @ field.reshape(len(field), -1)
    tall = np.matmul(y.toarray(), flat.reshape(wanted[0], *field.shape[1:]))
    return np.asarray(np.matmul(tall, x.toarray().T), np.float32)


def spill(field: Field, scanner: PetScanner) -> Field:
    """The blur of the detectors, with its wide tail; keeps the total."""
    narrow = blur(field, scanner.detector_fwhm_mm / FWHM / scanner.spacing_mm)
    if not scanner.tail_share:
        return narrow
    wide = blur(field, TAIL_FWHM_MM / FWHM / scanner.spacing_mm)
    share = np.float32(scanner.tail_share)
    return np.asarray((1 - share) * narrow + share * wide, np.float32)


def survival(present: Field, spacing_mm: float) -> Field:
    """The share of annihilations in each voxel whose two photons both leave the specimen, 0 to 1, from the share of tissue in each voxel."""
    # Both photons of a pair cross the whole chord, wherever on it they start; three directions stand for all.
    chords = [present.sum(axis, keepdims=True) * np.float32(spacing_mm) for axis in range(3)]
    return np.asarray(sum(np.exp(-np.float32(ATTENUATION_PER_MM) * chord) for chord in chords) / 3, np.float32) * np.ones_like(present)


def count(random: np.random.Generator, suv: Field, escape: Field, scanner: PetScanner, injection: Injection) -> Field:
    """The reconstructed PET, SUV float32 ≥ 0, of true uptake on the PET's grid and the share of pairs that escape."""
    per_suv = counts_per_suv(scanner, injection)
    mean = np.maximum(spill(suv, scanner) * escape + np.float32(scanner.background_suv * 0.2), 0) * per_suv
    drawn = random.poisson(mean).astype(np.float32) / np.float32(per_suv) - np.float32(scanner.background_suv * 0.2)
    if scanner.corrects_attenuation:
        drawn = drawn / escape
    return np.maximum(blur(drawn, scanner.filter_fwhm_mm / FWHM / scanner.spacing_mm), 0)


def counts_per_suv(scanner: PetScanner, injection: Injection) -> float:
    """Coincidences counted per voxel and SUV during the scan."""
    millilitres = scanner.spacing_mm**3 / 1000
    return injection.bq_per_ml_at_scan() * millilitres * scanner.sensitivity * injection.minutes_scan * 60


def _overlap(fine: int, coarse: int, spacing_mm: float, pet_spacing_mm: float) -> sparse.csr_matrix:
    """The share of each coarse voxel that each fine one covers, along one axis."""
    edges = np.arange(fine + 1) * spacing_mm
    lines = np.arange(coarse + 1) * pet_spacing_mm
    low = np.maximum(edges[None, :-1], lines[:-1, None])
    high = np.minimum(edges[None, 1:], lines[1:, None])
    return sparse.csr_matrix((np.clip(high - low, 0, None) / pet_spacing_mm).astype(np.float32))
