"""A trained network as an ONNX file: BatchNorm folded, sigmoid inside, weights stored in 16 bits; needs the extra `train`.

ONNX Runtime widens the weights once while it loads, so the smaller file costs nothing afterwards. PyTorch is asked with the same rounded weights.
"""

from __future__ import annotations

import copy
import io
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from monai.networks.blocks import Convolution
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from assets.recipes.petct.network import MULTIPLE, Probability

OPSET = 17
AGREEMENT = 1e-4  # the largest difference of a probability between PyTorch and ONNX Runtime


def folded(net: nn.Module) -> nn.Module:
    """A copy for inference, each BatchNorm inside the convolution before it, weights rounded to 16 bits."""
    plain = copy.deepcopy(net).cpu().eval().to(memory_format=torch.contiguous_format)
    for block in plain.modules():
        if isinstance(block, Convolution) and hasattr(block, "adn") and hasattr(block.adn, "N"):
            transposed = isinstance(block.conv, nn.ConvTranspose2d)
            block.conv = fuse_conv_bn_eval(block.conv, block.adn.N, transpose=transposed)
            block.adn.N = nn.Identity()
    with torch.no_grad():
        for weight in plain.parameters():
            if weight.ndim == 4:
                weight.copy_(weight.half().float())
    return Probability(plain)


def write(net: nn.Module, path: Path) -> float:
    """Write one member; returns the largest difference between PyTorch and ONNX Runtime, and raises ValueError where it is too large."""
    whole = folded(net)
    buffer = io.BytesIO()
    sizes = {0: "images", 2: "height", 3: "width"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            whole, (torch.rand(1, 2, 4 * MULTIPLE, 4 * MULTIPLE),), buffer, input_names=["image"], output_names=["probability"],
            dynamic_axes={"image": sizes, "probability": sizes}, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
    model = onnx.load_from_string(buffer.getvalue())
    halved(model)
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())
    return agreement(whole, path)


def halved(model: onnx.ModelProto) -> None:
    """Kernels in 16 bits, each followed by a Cast that the runtime folds away; biases stay as they are."""
    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.ndim != 4:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT, name=f"widen {name}"))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    model.producer_name, model.doc_string = "rimlight", "Trained on simulated specimens."


def agreement(whole: nn.Module, path: Path) -> float:
    """The largest difference on a picture of another size and batch than the one that was traced."""
    session = onnxruntime.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    image = torch.rand(3, 2, 7 * MULTIPLE, 5 * MULTIPLE, generator=torch.Generator().manual_seed(1))
    with torch.inference_mode():
        ours = whole(image).numpy()
    difference = float(np.abs(session.run(None, {"image": image.numpy()})[0] - ours).max())
    if difference > AGREEMENT:
        raise ValueError(f"ONNX Runtime and PyTorch differ by {difference:.1e}")
    return difference
