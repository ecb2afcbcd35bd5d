"""The files of a PET-CT analysis: the tumour as a DICOM segmentation, and the probabilities with all that is needed to place and judge them."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset

from algorithms.petct.analysis import Analysis, Method
from algorithms.petct.model import ALGORITHM, VERSION
from console.acquisition.petct_answer import Context, described
from console.acquisition.petct_kept import Kept
from console.acquisition.petct_scan import grid_affine, slices_of
from console.acquisition.petct_seg import Making, Outline, segmentation, whose, whose_outline

BY_MODELS = "Made by an algorithm trained on simulated specimens. Research use only."
BY_THRESHOLD = "Made by a PET threshold. Research use only."
BY_HAND = "Outline edited by hand. Research use only."
SIMULATED = "The scan itself is simulated."


def tumour_dicom(found: Analysis, context: Context, source: Path | Dataset | None, made_at: datetime) -> bytes:
    """The tumour on the CT's own slices (or on the analysis grid, where that is another). `source`: where the CT lies, or the header of a picture."""
    assert found.drawn is not None
    slices = slices_of(context.scan.ct, found)
    mask, affine = slices.laid(found.drawn.tumour, found.drawn.box)
    threshold = context.method is Method.THRESHOLD
    comment = _noted(BY_THRESHOLD if threshold else BY_MODELS, simulated=context.scan.simulated)
    frame = slices.frame_of_reference
    outline = Outline(
        mask, affine, frame, "Tumour, threshold" if threshold else "Tumour, simulated training", f"{ALGORITHM} {context.method.value}", VERSION,
        comment, context.scan.device,
    )  # fmt: skip
    return _written(outline, whose(source, frame) if isinstance(source, Path) else source, made_at)


def edited_dicom(kept: Kept, models: bytes, editor: str, made_at: datetime, *, simulated: bool) -> bytes:
    """The outline as a hand left it, on the same slices; empty where it is empty, or where nobody kept the slices.

    `models`: what was drawn before any hand, as a segmentation; empty where nothing was, and then all of the outline is by hand. `editor`: a role.
    """
    drawn, slices = kept.answer.drawn, kept.slices
    if drawn is None or slices is None or not drawn.tumour.any():
        return b""
    mask, affine = slices.laid(drawn.tumour, drawn.box)
    algorithm = f"{ALGORITHM} {kept.answer.method.value}"
    how, label, words = Making.MANUAL, "Tumour, drawn by hand", f"Drawn by hand by a {editor}."
    if models:
        how, label, words = Making.SEMIAUTOMATIC, "Tumour, edited by hand", f"Drawn by {algorithm}, then edited by hand by a {editor}."
    comment = _noted(BY_HAND, simulated=simulated)
    outline = Outline(mask, affine, slices.frame_of_reference, label, algorithm, VERSION, comment, "", how, words)
    return _written(outline, whose_outline(models) if models else None, made_at)


def _noted(words: str, *, simulated: bool) -> str:
    return f"{words} {SIMULATED}" if simulated else words


def _written(outline: Outline, source: Dataset | None, made_at: datetime) -> bytes:
    written = BytesIO()
    segmentation(outline, source, made_at).save_as(written)
    return written.getvalue()


def probabilities(found: Analysis, context: Context) -> bytes:
    """Probability, spread between members, tumour and specimen on one grid, its matrix to patient mm, and the answer as JSON text; no pickles."""
    assert found.drawn is not None
    drawn = found.drawn
    first = tuple(start + span.start for start, span in zip(found.origin, drawn.box, strict=True))
    written = BytesIO()
    np.savez_compressed(
        written,
        probability=drawn.probability,
        spread=drawn.spread,
        tumour=drawn.tumour,
        specimen=found.specimen[drawn.box],
        affine=grid_affine(context.scan.ct, (first[0], first[1], first[2]), found.spacing_mm),
        spacing_mm=np.array(found.spacing_mm),
        margin_by_threshold=np.array(found.curve).reshape(-1, 2),
        result=np.array(json.dumps(described(found, context), ensure_ascii=False)),
    )
    return written.getvalue()
