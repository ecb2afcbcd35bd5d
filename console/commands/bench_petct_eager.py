"""The obvious way of asking the networks, for `rimlight bench petct`: PyTorch, eager, every slice of the specimen in three directions.

Needs PyTorch and onnx (the extra `train`), which the product does not carry. All slices by all members take hours, so slices spread over the specimen
are timed and the rest is counted, and the answer says so; the answers of both ways on those slices are compared.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from algorithms.petct.model import Floats, Prepared
from algorithms.petct.networks import MULTIPLE, Member, Network

SLICES_TIMED = 8  # of each direction
ABSENT = "PyTorch is not installed here (the extra `train`)."


def beside_eager(prepared: Prepared, members: tuple[Member, ...]) -> dict[str, Any] | str:
    """Seconds a slice by PyTorch and by ONNX Runtime, how far they differ, and what all slices by all members would take; or why not."""
    try:
        ask = _eager(members[0])
    except ImportError:
        return ABSENT
    network = Network(members[0])
    took, differences, predicted = [0.0, 0.0], [], 0.0
    for axis in range(3):
        pictures = _pictures(prepared, axis)
        ask(pictures[0])  # neither way pays for its first call
        network.probabilities(pictures[0])
        theirs, plain = _timed(ask, pictures)
        ours, quick = _timed(network.probabilities, pictures)
        took = [took[0] + plain, took[1] + quick]
        predicted += plain / len(pictures) * prepared.specimen.shape[axis] * len(members)
        differences.append(max(float(np.abs(one - other).max()) for one, other in zip(theirs, ours, strict=True)))
    return {
        "slices_timed": 3 * SLICES_TIMED,
        "eager_ms_a_slice": round(1000 * took[0] / (3 * SLICES_TIMED), 1),
        "onnxruntime_one_thread_ms_a_slice": round(1000 * took[1] / (3 * SLICES_TIMED), 1),
        "largest_difference": max(differences),
        "all_slices_all_members_s_predicted": round(predicted),
    }


def _pictures(prepared: Prepared, axis: int) -> list[Floats]:
    """Slices spread over the specimen, padded to what the networks take."""
    ct, pet = (np.moveaxis(volume, axis, 0) for volume in (prepared.ct, prepared.pet))
    rows, columns = (-(-size // MULTIPLE) * MULTIPLE for size in ct.shape[1:])
    found = []
    for place in np.linspace(0, len(ct) - 1, SLICES_TIMED).round().astype(int):
        picture = np.zeros((1, 2, rows, columns), dtype=np.float32)
        picture[0, 0, : ct.shape[1], : ct.shape[2]] = ct[place]
        picture[0, 1, : ct.shape[1], : ct.shape[2]] = pet[place]
        found.append(picture)
    return found


def _timed(ask: Callable[[Floats], Floats], pictures: list[Floats]) -> tuple[list[Floats], float]:
    began = time.perf_counter()
    answers = [ask(picture) for picture in pictures]
    return answers, time.perf_counter() - began


def _eager(member: Member) -> Callable[[Floats], Floats]:
    """The network as PyTorch runs it line by line, with all its threads; ImportError where PyTorch is not."""
    torch, onnx = importlib.import_module("torch"), importlib.import_module("onnx")
    graph = onnx.load_from_string(member.content).graph
    weights = {tensor.name: torch.from_numpy(onnx.numpy_helper.to_array(tensor).copy()).float() for tensor in graph.initializer}
    steps = _steps(torch)

    def ask(picture: Floats) -> Floats:
        values = weights | {graph.input[0].name: torch.from_numpy(picture)}
        with torch.inference_mode():
            for node in graph.node:
                given = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
                values[node.output[0]] = steps[node.op_type]([values[name] for name in node.input], given)
        answer: Floats = values[graph.output[0].name].numpy()[:, -1]
        return answer

    return ask


def _steps(torch: Any) -> dict[str, Callable[[list[Any], dict[str, Any]], Any]]:
    """The seven kinds of step that a member consists of."""
    work = torch.nn.functional
    return {
        "Cast": lambda values, _given: values[0],
        "Conv": lambda values, given: work.conv2d(*values, stride=given["strides"], padding=given["pads"][:2]),
        "ConvTranspose": lambda values, given: work.conv_transpose2d(
            *values, stride=given["strides"], padding=given["pads"][:2], output_padding=given["output_padding"]
        ),
        "LeakyRelu": lambda values, given: work.leaky_relu(values[0], given["alpha"]),
        "Add": lambda values, _given: values[0] + values[1],
        "Concat": lambda values, given: torch.cat(values, given["axis"]),
        "Sigmoid": lambda values, _given: torch.sigmoid(values[0]),
    }
