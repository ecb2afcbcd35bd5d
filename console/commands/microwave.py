"""`rimlight microwave`: the margin under a scanned face, from readings, a normalised cube, or a finished map."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from algorithms.microwave.analysis import Analysis, Choices, analyse_cube, analyse_scan
from algorithms.microwave.model import ALGORITHM, CITATION, VALIDITY, VERSION, Cube, ErrorNorm
from algorithms.microwave.regions import Finding, classes_of, classify, summarise
from console import __version__
from console.faults import Refused
from console.scans.reader import Finished, ScanFile, read_scan
from console.scans.writer import write_hdf5

NAME = "microwave"
SUMMARY = "margin depth from a microwave scan"
IMPORTED = "The depths are another scanner's; Rimlight only classified them. Research use only."
BAND_HZ = (11e9, 20e9)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One file, and how to judge it."""
    parser.add_argument("file", type=Path, metavar="FILE", help="HDF5, MATLAB v7.3 or npz; docs/microwave.md says what it holds")
    parser.add_argument("--error", choices=[norm.value for norm in ErrorNorm], default=ErrorNorm.L2.value, help="how misfits are summed")
    parser.add_argument("--fit-hydration", action="store_true", help="let the specimen be wetter or drier, if its readings want it")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to write depth.h5")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read, solve, write, say."""
    file = read_scan(arguments.file)
    if isinstance(file.content, Finished):
        result, arrays = _imported(file.content)
    else:
        analysis = _analysed(file.content, Choices(ErrorNorm(arguments.error), arguments.fit_hydration))
        result, arrays = _described(analysis, file.content), _arrays(analysis)
    result |= {"sha256": file.sha256, "simulated": file.simulated, "algorithm": f"{ALGORITHM} {VERSION}", "citation": CITATION}
    if arguments.out is not None:
        result["out"] = str(_write(arguments.out, file, result, arrays))
    return result


def _analysed(content: Any, choices: Choices) -> Analysis:
    return analyse_cube(content, choices) if isinstance(content, Cube) else analyse_scan(content, choices)


def _described(analysis: Analysis, content: Any) -> dict[str, Any]:
    found, frequency = analysis.map, content.frequency_hz
    validity = [VALIDITY]
    if frequency[0] < BAND_HZ[0] * 0.999 or frequency[-1] > BAND_HZ[1] * 1.001:
        validity.append(f"Validated at 11 to 20 GHz; this scan has {frequency[0] / 1e9:.1f} to {frequency[-1] / 1e9:.1f} GHz.")
    if not analysis.trusted:
        validity.append("The depths of this scan are not to be trusted; see warnings.")
    seen = ~found.masked
    width = (found.high_mm - found.low_mm)[seen]
    return _finding(analysis.finding) | {
        "validity": " ".join(validity),
        "warnings": [doubt.sentence for doubt in analysis.doubts],
        "warning_kinds": [doubt.kind.value for doubt in analysis.doubts],
        "trusted": analysis.trusted,
        "noise": found.noise,
        "error": found.norm.value,
        "reconstruction": "regularised" if found.regularised else "pixel by pixel",
        "hydration": {
            "accepted": analysis.hydration.accepted,
            "margin": found.margin_hydration,
            "tumour": found.tumour_hydration,
            "log_likelihood_gain": analysis.hydration.gain,
        },
        "interval_width_mm": float(np.median(width)) if width.size else None,
        "deeper_than_2_mm_pixels": int((found.deep_mm > 2)[seen].sum()),
        "searches_disagree_pixels": int((np.abs(found.deep_mm.clip(max=2.0) - found.depth_mm) > 0.1)[seen].sum()),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    regions = [
        {
            "class": region.zone.value,
            "area_mm2": region.area_mm2,
            "centroid_mm": list(region.centroid_mm),
            "minimum_depth_mm": region.least_mm,
        }
        for region in finding.regions
    ]
    return {
        "regions": regions,
        "minimum_depth_mm": finding.minimum_depth_mm,
        "positive_mm2": finding.positive_mm2,
        "close_mm2": finding.close_mm2,
        "negative_mm2": finding.negative_mm2,
        "masked_mm2": finding.masked_mm2,
    }


def _arrays(analysis: Analysis) -> dict[str, Any]:
    found = analysis.map
    return {
        "depth_mm": np.where(found.masked, np.nan, found.shown_mm),
        "deep_mm": np.where(found.masked, np.nan, found.deep_mm),
        "clinical_mm": np.where(found.masked, np.nan, found.depth_mm),
        "low_mm": found.low_mm,
        "high_mm": found.high_mm,
        "error": found.error,
        "second_mm": found.second_mm,
        "gap": found.gap,
        "positive_share": found.positive_share,
        "class": classify(found),
        "class_chance": analysis.chances,
    }


def _imported(content: Finished) -> tuple[dict[str, Any], dict[str, Any]]:
    masked = ~np.isfinite(content.depth_mm)
    depth = np.where(masked, 0.0, content.depth_mm)
    classes = classes_of(depth, masked)
    result = _finding(summarise(content.grid, depth, classes)) | {
        "validity": IMPORTED,
        "warnings": [],
        "trusted": True,
        "reconstruction": "imported",
    }
    arrays = {"depth_mm": content.depth_mm, "class": classes}
    return result, arrays if content.error is None else arrays | {"error": content.error}


def _write(folder: Path, file: ScanFile, result: dict[str, Any], arrays: dict[str, Any]) -> Path:
    grid = file.content.grid
    attributes = {
        "rows": grid.rows,
        "columns": grid.columns,
        "field_of_view_mm": [grid.width_mm, grid.height_mm],
        "classes": "0 positive, 1 close, 2 negative, 3 masked",
        "input_sha256": file.sha256,
        "simulated": file.simulated,
        "validity": result["validity"],
        "warnings": "\n".join(result["warnings"]),
        "algorithm": result["algorithm"],
        "reconstruction": result["reconstruction"],
        "program": f"rimlight {__version__}",
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder.name} is not a folder. Nothing was written.")
    path = folder / "depth.h5"
    write_hdf5(path, arrays, attributes)
    return path
