"""One member of the ensemble: an ONNX network on pictures of CT and PET, by ONNX Runtime with the fastest provider that the machine has.

A file is trusted only after its hash was compared with the manifest, which is the caller's work: a damaged network may load and answer nonsense.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from algorithms.petct.model import Floats

# Read once, when the library loads: as delivered it reports to its maker over the network, and this computer stands in an operating room.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()  # Windows keeps a switch of its own

MULTIPLE = 16  # heights and widths that pass through four halvings
FASTER = ("CUDAExecutionProvider", "DmlExecutionProvider", "OpenVINOExecutionProvider")  # used where present, never needed
PLAIN = "CPUExecutionProvider"


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A network as it is kept: its name and the content of its file."""

    name: str
    content: bytes


class Network:
    """A member that is loaded. One thread a call; several callers may ask at once."""

    def __init__(self, member: Member, providers: Sequence[str] | None = None) -> None:
        self._session = _opened(member, list(providers) if providers is not None else available())
        self._input = self._session.get_inputs()[0].name
        channels = self._session.get_outputs()[0].shape[1]
        self._channel = channels - 1 if isinstance(channels, int) else -1

    def probabilities(self, pictures: Floats) -> Floats:
        """(n, 2, rows, columns) from 0 to 1, CT first, sides multiples of 16; tumour probability (n, rows, columns)."""
        (answer,) = self._session.run(None, {self._input: pictures})
        return np.asarray(answer[:, self._channel], dtype=np.float32)


def available() -> list[str]:
    """The providers of this machine, fastest first; the processor is always last."""
    present = onnxruntime.get_available_providers()
    return [*(name for name in FASTER if name in present), PLAIN]


def _opened(member: Member, providers: list[str]) -> Any:
    """A session; a provider that is installed but does not work (a driver too old) is passed over."""
    try:
        return onnxruntime.InferenceSession(member.content, _options(), providers=providers)
    except Exception:
        if providers == [PLAIN]:
            raise
        return onnxruntime.InferenceSession(member.content, _options(), providers=[PLAIN])


def _options() -> Any:
    """One thread a call and no spinning: two callers on two cores are faster than one call on two, and the live picture keeps its share."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    options.log_severity_level = 4
    return options
