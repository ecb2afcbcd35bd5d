"""The residual U-Net of seed 001 in MONAI's form, with the choices that make it cheap on a hospital's PC; needs the extra `train`.

BatchNorm (folds into the convolutions, so crops are exact) and LeakyReLU (the paper's PReLU with its one slope fixed) instead of what the grid
search of the paper chose per fold; one output with a sigmoid, which for two classes is its softmax.
"""

from __future__ import annotations

import torch
from monai.networks.nets import UNet
from torch import nn

CHANNELS = (16, 32, 48, 64, 96)
MULTIPLE = 2 ** (len(CHANNELS) - 1)  # heights and widths are multiples of this
SLOPE = 0.1
THREADS = 1


def residual_unet() -> UNet:
    """CT and PET (N, 2, H, W) in, tumour logits (N, 1, H, W) out; Kaiming initialisation as in the seed."""
    net = UNet(
        spatial_dims=2,
        in_channels=2,
        out_channels=1,
        channels=CHANNELS,
        strides=(2,) * (len(CHANNELS) - 1),
        num_res_units=2,
        act=("LEAKYRELU", {"negative_slope": SLOPE}),
        norm="BATCH",
    )
    for layer in net.modules():
        if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.kaiming_normal_(layer.weight, a=SLOPE)
    return net.to(device(), memory_format=torch.channels_last)


def device() -> torch.device:
    """A GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Probability(nn.Module):
    """What is exported: the network and its sigmoid."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        """(N, 2, H, W) from 0 to 1 in; tumour probability (N, 1, H, W) out."""
        return torch.sigmoid(self.net(image))
