"""Reads one picture out of a DICOM file of a cabinet, a mammograph or a secondary capture: header first, and pixels only when they can be held."""

from __future__ import annotations

import io
import warnings
from typing import Any

import numpy as np
import numpy.typing as npt
import pydicom
from pydicom.uid import UID, ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEGBaseline8Bit, RLELossless

from devices.errors import DeviceRefused
from devices.radiographs import photo
from devices.radiographs.radiograph import Grey, Radiograph, check_size, refused
from devices.radiographs.spacing import pixel_size

KINDS = frozenset({"MG", "DX", "CR", "SC", "OT"})  # OT: what many capture stations write instead of SC
RAW = frozenset({ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian})
READ = RAW | {RLELossless, JPEGBaseline8Bit}
GREY = frozenset({"MONOCHROME1", "MONOCHROME2"})
DAMAGED = "The DICOM file is damaged or not a whole one; send it again."

Numbers = npt.NDArray[Any]


def is_dicom(content: bytes) -> bool:
    """Whether it carries DICOM's mark."""
    return content[128:132] == b"DICM"


def read_dicom(content: bytes) -> Radiograph:
    """The picture, dense tissue bright, windowed as the file asks."""
    header = _read(content, pixels=False)
    _check_header(header)
    dataset = _read(content, pixels=True)
    return Radiograph(
        _shown(dataset, _pixels(dataset)), pixel_size(header), str(header.Modality), "application/dicom", _says_simulated(header)
    )


def _read(content: bytes, *, pixels: bool) -> Any:
    """The dataset; every way in which a damaged file makes the parser fail is one refusal."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the parser's warnings repeat values of the file, and those may name a patient
            dataset = pydicom.dcmread(io.BytesIO(content), stop_before_pixels=not pixels)
        syntax = UID(str(dataset.file_meta.TransferSyntaxUID))
    except Exception:  # noqa: BLE001 - a damaged file fails in as many ways as the parser has
        raise refused(DAMAGED) from None
    if syntax not in READ:
        name = syntax.name if syntax.is_transfer_syntax else "an unknown one"
        raise refused(f"The pixels are encoded as {name[:60]}; export the picture uncompressed.")
    return dataset


def _check_header(header: Any) -> None:
    """Everything that decides how much memory the pixels take, before they are touched."""
    kind = str(_plain(header, "Modality", ""))
    if kind not in KINDS:
        raise refused(
            f"This is a DICOM object of kind {kind[:8] or 'unknown'}; a specimen radiograph is one of {', '.join(sorted(KINDS))}."
        )
    if _plain(header, "PhotometricInterpretation", "") not in GREY | {"RGB", "YBR_FULL", "YBR_FULL_422"}:
        raise refused("The colours of the picture are coded in a way that is not read here; export it in grey.")
    rows, columns = _count(header, "Rows", 0), _count(header, "Columns", 0)
    check_size(rows, columns, _count(header, "NumberOfFrames", 1))
    allocated, stored = _count(header, "BitsAllocated", 0), _count(header, "BitsStored", 0)
    if allocated not in {8, 16} or not 1 <= stored <= allocated or _count(header, "SamplesPerPixel", 1) not in {1, 3}:
        raise refused("The pixels are stored in a way that is not read here; export 8 or 16 bits of grey.")


def _pixels(dataset: Any) -> Numbers:
    """(rows, columns) as stored; nothing longer than the header promised is ever built."""
    try:
        if dataset.file_meta.TransferSyntaxUID == JPEGBaseline8Bit:
            found: Numbers = photo.decoded(next(pydicom.encaps.generate_frames(dataset.PixelData, number_of_frames=1)))
        else:
            found = _array(dataset)
    except DeviceRefused:
        raise
    except Exception:  # noqa: BLE001 - as above
        raise refused(DAMAGED) from None
    if found.shape[:2] != (dataset.Rows, dataset.Columns):
        raise refused(DAMAGED)
    return found if found.ndim == 2 else np.asarray(found.mean(axis=2))


def _array(dataset: Any) -> Numbers:
    """Uncompressed or run lengths, decoded by pydicom once the lengths fit."""
    rows, columns, samples = int(dataset.Rows), int(dataset.Columns), int(dataset.get("SamplesPerPixel", 1))
    needed = rows * columns * samples * (int(dataset.BitsAllocated) // 8)
    if dataset.file_meta.TransferSyntaxUID in RAW and not needed <= len(dataset.PixelData) <= needed + 2:
        raise refused("The picture is shorter or longer than its header says; send it again.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.asarray(dataset.pixel_array)


def _shown(dataset: Any, pixels: Numbers) -> Grey:
    """8 bits, windowed by the file's window or between its 0.5th and 99.5th percentile, dense bright."""
    values = pixels.astype(np.float32)
    low, high = _window(dataset, values)
    grey = np.clip((values - low) / max(high - low, 1e-6), 0.0, 1.0)
    if _plain(dataset, "PhotometricInterpretation", "") == "MONOCHROME1":
        grey = 1.0 - grey
    shown: Grey = (grey * 255 + 0.5).astype(np.uint8)
    shown.setflags(write=False)
    return shown


def _window(dataset: Any, values: npt.NDArray[np.float32]) -> tuple[float, float]:
    try:
        centre, width = (float(np.ravel(_plain(dataset, name, None))[0]) for name in ("WindowCenter", "WindowWidth"))
    except (TypeError, ValueError, IndexError):
        centre, width = float("nan"), 0.0
    if width > 1 and np.isfinite(centre) and values.min() < centre < values.max():
        return centre - width / 2, centre + width / 2
    low, high = np.percentile(values[:: max(1, values.shape[0] // 512), :: max(1, values.shape[1] // 512)], (0.5, 99.5))
    return float(low), float(high)


def _says_simulated(header: Any) -> bool:
    return "SIMULATED" in f"{_plain(header, 'ImageComments', '')} {_plain(header, 'SeriesDescription', '')}".upper()


def _count(header: Any, name: str, default: int) -> int:
    try:
        return int(_plain(header, name, default))
    except (TypeError, ValueError, OverflowError):
        raise refused(DAMAGED) from None


def _plain(header: Any, name: str, default: Any) -> Any:
    """A value of the header; what cannot be read counts as not there."""
    try:
        found = getattr(header, name, None)
    except Exception:  # noqa: BLE001 - as above
        return default
    return default if found is None else found
