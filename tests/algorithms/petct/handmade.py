"""Networks written byte by byte as ONNX files, so that tests need neither PyTorch nor the onnx package, and a specimen whose margin is known."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

import numpy as np

from algorithms.faces import Face
from algorithms.petct.model import Scan
from algorithms.petct.networks import Member

DIRECTIONS = {
    Face.SUPERIOR: (1.0, 0.0, 0.0), Face.INFERIOR: (-1.0, 0.0, 0.0), Face.POSTERIOR: (0.0, 1.0, 0.0), Face.ANTERIOR: (0.0, -1.0, 0.0),
    Face.LATERAL: (0.0, 0.0, 1.0), Face.MEDIAL: (0.0, 0.0, -1.0),
}  # fmt: skip


def network(ct: float, pet: float, bias: float, blur: int = 1, name: str = "handmade") -> Member:
    """Sigmoid of ct·CT + pet·PET + bias, each the mean over `blur` × `blur` pixels; written as an ONNX file."""
    kernel = np.empty((1, 2, blur, blur), np.float32)
    kernel[0, 0], kernel[0, 1] = ct / blur**2, pet / blur**2
    conv = _node("Conv", ("image", "weight", "bias"), "logit", _ints("pads", (blur // 2,) * 4))
    graph = (
        _field(1, conv) + _field(1, _node("Sigmoid", ("logit",), "probability")) + _field(2, b"g")
        + _field(5, _tensor("weight", kernel)) + _field(5, _tensor("bias", np.array([bias], np.float32)))
        + _field(11, _picture("image", 2)) + _field(12, _picture("probability", 1))
    )  # fmt: skip
    return Member(name, _number(1, 8) + _field(7, graph) + _field(8, _number(2, 17)))


def ball_scan(gap_mm: float = 1.0, *, noise: float = 15.0, uptake: float = 8.0, seed: int = 0) -> tuple[Scan, np.ndarray, np.ndarray]:
    """An ellipsoid of fat with a ball of tumour `gap_mm` under its lateral side: the scan, the tumour and the specimen."""
    random = np.random.default_rng(seed)
    shape, radii, ball = (80, 88, 100), (30.0, 35.0, 40.0), 14.0
    z, y, x = np.ogrid[: shape[0], : shape[1], : shape[2]]
    specimen = ((z - 40) / radii[0]) ** 2 + ((y - 44) / radii[1]) ** 2 + ((x - 50) / radii[2]) ** 2 < 1
    tumour = ((z - 40) ** 2 + (y - 44) ** 2 + (x - (50 + radii[2] - ball - 10 * gap_mm)) ** 2 < ball**2) & specimen
    ct = np.where(specimen, -90.0, -1000.0) + np.where(tumour, 130.0, 0.0) + noise * random.standard_normal(shape)
    activity = np.where(tumour, uptake, np.where(specimen, 1.0, 0.0)).astype(np.float32)
    pet = activity.reshape(20, 4, 22, 4, 25, 4).mean(axis=(1, 3, 5)) + 0.05 * random.standard_normal((20, 22, 25))
    return Scan(ct.astype(np.int16), (0.1, 0.1, 0.1), pet.astype(np.float32), (0.4, 0.4, 0.4)), tumour, specimen


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _field(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _ints(name: str, values: tuple[int, ...]) -> bytes:
    return _field(1, name.encode()) + b"".join(_number(8, value) for value in values) + _number(20, 7)


def _node(kind: str, inputs: tuple[str, ...], output: str, attribute: bytes = b"") -> bytes:
    named = b"".join(_field(1, name.encode()) for name in inputs) + _field(2, output.encode()) + _field(4, kind.encode())
    return named + (_field(5, attribute) if attribute else b"")


def _tensor(name: str, values: np.ndarray) -> bytes:
    data = struct.pack(f"<{values.size}f", *values.ravel())
    return b"".join(_number(1, side) for side in values.shape) + _number(2, 1) + _field(8, name.encode()) + _field(9, data)


def _picture(name: str, channels: int) -> bytes:
    sides = (_field(2, b"n"), _number(1, channels), _field(2, b"h"), _field(2, b"w"))
    shape = b"".join(_field(1, side) for side in sides)
    return _field(1, name.encode()) + _field(2, _field(1, _number(1, 1) + _field(2, shape)))


def models_folder(folder: Path) -> Path:
    """A folder of three handmade members for each family, with their manifest."""
    folder.mkdir(parents=True)
    lines = ['trained_on = "handmade"', 'licence = "GPL-3.0-or-later"', "[normalisation]", "ct_low_hu = -150.0", "ct_high_hu = 80.0",
             "pet_share = 0.8", "[fast]", 'nst = ["nst-1"]', 'ilc-dcis = ["ilc-dcis-1"]']  # fmt: skip
    for family in ("nst", "ilc-dcis"):
        for number in range(3):
            member = network(2, 20, -10.9 - 0.4 * number, blur=3, name=f"{family}-{number}")
            (folder / f"{member.name}.onnx").write_bytes(member.content)
            lines += ["[[model]]", f'name = "{member.name}"', f'file = "{member.name}.onnx"', f'family = "{family}"', f"member = {number}",
                      f"bytes = {len(member.content)}", f'sha256 = "{hashlib.sha256(member.content).hexdigest()}"']  # fmt: skip
    (folder / "manifest.toml").write_text("\n".join(lines))
    return folder
