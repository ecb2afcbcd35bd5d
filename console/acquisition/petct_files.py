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
from console.acquisition.petct_scan import grid_affine
from console.acquisition.petct_seg import Outline, segmentation, whose

BY_MODELS = "Made by an algorithm trained on simulated specimens. Research use only."
BY_THRESHOLD = "Made by a PET threshold. Research use only."


def tumour_dicom(found: Analysis, context: Context, source: Path | Dataset | None, made_at: datetime) -> bytes:
    """The tumour on the CT's own slices (or on the analysis grid, where that is another). `source`: where the CT lies, or the header of a picture."""
    assert found.drawn is not None
    box = found.drawn.box
    first = [start + span.start for start, span in zip(found.origin, box, strict=True)]
    mask, origin = found.drawn.tumour, (first[0], first[1], first[2])
    if not found.regridded:
        shape = context.scan.ct.values.shape
        whole = np.zeros((mask.shape[0], *shape[1:]), dtype=bool)
        whole[:, first[1] : first[1] + mask.shape[1], first[2] : first[2] + mask.shape[2]] = mask
        mask, origin = whole, (first[0], 0, 0)
    threshold = context.method is Method.THRESHOLD
    comment = BY_THRESHOLD if threshold else BY_MODELS
    if context.scan.simulated:
        comment = f"{comment} The scan itself is simulated."
    frame = context.scan.ct.frame_of_reference
    outline = Outline(
        mask, grid_affine(context.scan.ct, origin, found.spacing_mm), frame, "Tumour, simulated training" if not threshold else "Tumour, threshold",
        f"{ALGORITHM} {context.method.value}", VERSION, comment, context.scan.device,
    )  # fmt: skip
    written = BytesIO()
    segmentation(outline, whose(source, frame) if isinstance(source, Path) else source, made_at).save_as(written)
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
