"""Decodes frames: PNG and TIFF of 8 or 16 bits, NPY without pickle, or a video; grey, read-only, and never more than fits.

Strangers' files are read through `console.frames.reader`, which does this in a child process.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # read once, when FFmpeg is first used: a broken file is ours to word

import cv2
import numpy as np
import numpy.typing as npt

from console.faults import ImportRefused
from console.frames.headers import PNG, TIFF, Header, Unreadable, png_header, tiff_headers

Raw = npt.NDArray[Any]

LARGEST_FILE = 2 * 1024**3
LARGEST_SIDE = 16_384
SMALLEST_SIDE = 16
MOST_PIXELS = 64_000_000  # of one frame: twice the largest industrial sensors
MOST_FRAMES = 600
MOST_TOTAL = 1_000_000_000  # pixels of all frames of one file together
NPY = b"\x93NUMPY"
NOTHING = "Nothing was written."


def decode_frames(path: Path) -> tuple[Raw, ...]:
    """All frames in a file, (rows, columns) uint8 or uint16 each, all of one shape; `ImportRefused` says what is wrong."""
    content = content_of(path)
    try:
        frames = _decoder(content, path)()
        if not frames:
            raise Unreadable("holds no frame")
        for frame in frames:
            _check(frame.shape, frame.dtype)
            if frame.shape != frames[0].shape:
                raise Unreadable("holds frames of different sizes")
    except Unreadable as fault:
        raise ImportRefused(f"{path.name} {fault}. {NOTHING}") from None
    except (cv2.error, ValueError, MemoryError, OverflowError, SyntaxError, TypeError, EOFError):
        raise ImportRefused(f"{path.name} is damaged, or not a picture. {NOTHING}") from None
    for frame in frames:
        frame.flags.writeable = False
    return tuple(frames)


def content_of(path: Path) -> bytes:
    """The bytes of a file that is there and not too large."""
    try:
        if path.is_dir():
            raise ImportRefused(f"{path.name} is a folder, not a file. {NOTHING}")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ImportRefused(f"{path.name} has {size >> 20} MB; at most {LARGEST_FILE >> 20} can be read. {NOTHING}")
        if not path.is_file():
            raise ImportRefused(f"{path.name} is not a file. {NOTHING}")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "the system refuses"
        raise ImportRefused(f"{path.name} cannot be read: {why}. {NOTHING}") from None
    if not content:
        raise ImportRefused(f"{path.name} is empty. {NOTHING}")
    return content


def _decoder(content: bytes, path: Path) -> Callable[[], list[Raw]]:
    """By what the file begins with, not by its name."""
    if content.startswith(PNG):
        return lambda: [_png(content)]
    if content.startswith(TIFF):
        return lambda: _tiff(content)
    if content.startswith(NPY):
        return lambda: _npy(content)
    return lambda: _video(path)


def _png(content: bytes) -> Raw:
    header = png_header(content)
    _check_header(header)
    return _decoded(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED), header)


def _tiff(content: bytes) -> list[Raw]:
    headers = tiff_headers(content)
    for header in headers:
        _check_header(header)
    _check_total(len(headers), headers[0].rows * headers[0].columns)
    done, pages = cv2.imdecodemulti(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    if not done or len(pages) != len(headers):
        raise Unreadable("is damaged or cut short")
    return [_decoded(page, header) for page, header in zip(pages, headers, strict=True)]


def _decoded(picture: Any, header: Header) -> Raw:
    if picture is None or picture.shape[:2] != (header.rows, header.columns):
        raise Unreadable("is damaged or cut short")
    return np.ascontiguousarray(picture)


def _npy(content: bytes) -> list[Raw]:
    """One frame, or a stack of them; the header is read before the numbers."""
    file = io.BytesIO(content)
    version = np.lib.format.read_magic(file)
    read_header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read_header(file)
    if dtype.hasobject or dtype not in (np.dtype(np.uint8), np.dtype(np.uint16), np.dtype(">u2")):
        raise Unreadable("does not hold whole numbers of 8 or 16 bits")
    if len(shape) not in {2, 3}:
        raise Unreadable("is neither one frame (rows, columns) nor a stack (frames, rows, columns)")
    _check(shape[-2:], np.dtype(np.uint16))
    count = shape[0] if len(shape) == 3 else 1
    _check_total(count, shape[-2] * shape[-1])
    if len(content) - file.tell() < int(np.prod(shape)) * dtype.itemsize:
        raise Unreadable("is cut short")
    file.seek(0)
    array = np.load(file, allow_pickle=False)
    stack = array[None] if array.ndim == 2 else array
    return [np.ascontiguousarray(frame, dtype=np.uint8 if dtype == np.uint8 else np.uint16) for frame in stack]


def _video(path: Path) -> list[Raw]:
    """The grey of the first frames of a video: 8 bits, whatever the camera had."""
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    capture = cv2.VideoCapture(str(path))
    try:
        if not capture.isOpened():
            raise Unreadable("is neither a PNG, a TIFF, an NPY array nor a video")
        _check((int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT)), int(capture.get(cv2.CAP_PROP_FRAME_WIDTH))), np.dtype(np.uint8))
        frames: list[Raw] = []
        while len(frames) < MOST_FRAMES:
            arrived, picture = capture.read()
            if not arrived:
                break
            frames.append(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture)
            _check_total(len(frames), picture.shape[0] * picture.shape[1])
    finally:
        capture.release()
    if not frames:
        raise Unreadable("is a video without a frame that can be read")
    return frames


def _check_header(header: Header) -> None:
    if header.samples != 1:
        raise Unreadable("is a colour picture; frames of the fluorescence camera are grey")
    if header.bits not in {8, 16}:
        raise Unreadable(f"has {header.bits} bits a pixel; 8 or 16 can be read")
    _check((header.rows, header.columns), np.dtype(np.uint16))


def _check(shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    if len(shape) != 2 or min(shape) < SMALLEST_SIDE:
        raise Unreadable(f"has {' × '.join(str(side) for side in shape)} pixels; a frame has at least {SMALLEST_SIDE} a side")
    if max(shape) > LARGEST_SIDE or shape[0] * shape[1] > MOST_PIXELS:
        raise Unreadable(f"has {shape[0]} × {shape[1]} pixels; at most {MOST_PIXELS // 1_000_000} million can be read")
    if dtype not in (np.dtype(np.uint8), np.dtype(np.uint16)):
        raise Unreadable("does not hold whole numbers of 8 or 16 bits")


def _check_total(count: int, pixels: int) -> None:
    if count > MOST_FRAMES:
        raise Unreadable(f"holds {count} frames; at most {MOST_FRAMES} are read")
    if count * pixels > MOST_TOTAL:
        raise Unreadable(f"holds {count} frames of {pixels} pixels: that is too much")
