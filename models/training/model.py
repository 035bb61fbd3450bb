"""A BiSeNet (Yu et al., ECCV 2018) for phones: spatial path, context path with attention refinement, feature fusion.

Designed for tract: dense 3x3 convolutions, which it runs far better than depthwise ones, and no resampling of class maps
inside the graph. The head gives 4 x 20 channels at a quarter of the input's size, the four being the 2x2 sub-pixels of a
map of half the input's size (sub-pixel convolution, Shi et al. 2016); the caller unfolds them.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

CLASSES = 20


def conv(i, o, k=3, s=1):
    return nn.Sequential(nn.Conv2d(i, o, k, s, k // 2, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))


class Residual(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.a = conv(c, c)
        self.b = nn.Sequential(nn.Conv2d(c, c, 3, 1, 1, bias=False), nn.BatchNorm2d(c))

    def forward(self, x):
        return F.relu(x + self.b(self.a(x)))


class Attention(nn.Module):
    """Channel weights from the mean over the picture."""

    def __init__(self, c):
        super().__init__()
        self.w = nn.Sequential(nn.Conv2d(c, c, 1, bias=False), nn.BatchNorm2d(c))

    def forward(self, x):
        return torch.sigmoid(self.w(x.mean((2, 3), keepdim=True)))


class AttentionRefinement(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.conv, self.attention = conv(i, o), Attention(o)

    def forward(self, x):
        x = self.conv(x)
        return x * self.attention(x)


class FeatureFusion(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.conv, self.attention = conv(i, o, 1), Attention(o)

    def forward(self, spatial, context):
        x = self.conv(torch.cat([spatial, context], 1))
        return x + x * self.attention(x)


# What a photo shows in words, a head of logits each, in the order of the ONNX output `attributes`.
HEADS = dict(
    glasses=["none", "clear", "sun"],
    headwear=["none", "hat", "scarf"],
    facial_hair=["none", "stubble", "moustache", "goatee", "full"],
    hair_length=["bald", "short", "medium", "long"],
    hair_colour=["black", "brown", "blond", "red", "grey"],
    fringe=["n", "y"],
    mouth=["closed", "smile", "teeth", "open"],
    texture=["straight", "wavy", "curly", "coily"],
    skin=[str(i) for i in range(1, 11)],
)


class Attributes(nn.Module):
    """Small heads on what the parser knows already: its context features, and the colours and areas of the classes it sees.

    Colours are means and deviations of the picture under each class's soft mask, so they stay colours all the way; shapes come from the features.
    """

    def __init__(self, c16, context, classes, hidden=160):
        super().__init__()
        self.a = nn.Sequential(conv(c16 + context, 96, 1), Residual(96))
        self.b = nn.Sequential(conv(96, 96, s=2), Residual(96))
        self.reduce = conv(96, 16, 1)
        self.norm = nn.BatchNorm1d(7 * classes)
        self.colours = nn.Sequential(nn.Linear(7 * classes, 96), nn.ReLU(inplace=True))
        self.hidden = nn.Sequential(nn.Dropout(.3), nn.Linear(16 * 64 + 96 + 96, hidden), nn.ReLU(inplace=True), nn.Dropout(.3))
        self.heads = nn.Linear(hidden + 96, sum(map(len, HEADS.values())))

    def forward(self, x, c16, context, z8):
        """x: the picture; z8: class logits at an eighth of its size."""
        f = self.b(self.a(torch.cat([c16, context], 1)))
        # The heads see 256 px frames as 8 x 8 cells; other sizes occur in training only.
        grid = F.adaptive_avg_pool2d(self.reduce(f), 8) if f.shape[-1] != 8 else self.reduce(f)
        # In full precision: a deviation is a small difference of large numbers.
        with torch.autocast(x.device.type, enabled=False):
            small = F.avg_pool2d(x.float(), 8).flatten(2)
            mask = z8.float().softmax(1).flatten(2)
            area = mask.mean(2, keepdim=True)
            moments = mask @ torch.cat([small, small * small], 1).transpose(1, 2) / mask.shape[2]
            moments = moments / (area + .002)
            mean, square = moments[..., :3], moments[..., 3:]
            deviation = (square - mean * mean).clamp(min=0)
            c = self.colours(self.norm(torch.cat([area, mean, deviation], 2).flatten(1)))
        h = self.hidden(torch.cat([grid.flatten(1), f.mean((2, 3)), c], 1))
        return self.heads(torch.cat([h, c], 1))


class BiSeNet(nn.Module):
    def __init__(self, classes=CLASSES):
        super().__init__()
        self.classes = classes
        self.stem = nn.Sequential(conv(3, 16, s=2), conv(16, 32, s=2))
        self.spatial = conv(32, 64, s=2)
        self.c8 = nn.Sequential(conv(32, 48, s=2), Residual(48))
        self.c16 = nn.Sequential(conv(48, 96, s=2), Residual(96))
        self.c32 = nn.Sequential(conv(96, 128, s=2), Residual(128))
        self.arm16, self.arm32 = AttentionRefinement(96, 64), AttentionRefinement(128, 64)
        self.tail = conv(128, 64, 1)
        self.refine16, self.refine8 = conv(64, 64), conv(64, 64)
        self.fuse = FeatureFusion(128, 128)
        self.up = conv(128, 128, 1)
        self.detail = conv(64, 48)
        self.head = nn.Conv2d(48, classes * 4, 1)
        self.attributes = Attributes(96, 64, classes)
        # The two auxiliary heads of the paper, on the context path's features. The first also serves the attributes; the second is for training only.
        self.aux8, self.aux16 = nn.Conv2d(64, classes, 1), nn.Conv2d(64, classes, 1)

    def forward(self, x):
        """x: N x 3 x H x W, RGB, ImageNet-normalised, H and W multiples of 32. Returns N x 4*20 x H/4 x W/4, and the logits of HEADS."""
        s4 = self.stem(x)
        c8 = self.c8(s4)
        c16 = self.c16(c8)
        c32 = self.c32(c16)
        tail = self.tail(c32.mean((2, 3), keepdim=True))
        a32 = self.arm32(c32) + tail
        u16 = self.refine16(self.arm16(c16) + F.interpolate(a32, scale_factor=2, mode="nearest"))
        u8 = self.refine8(F.interpolate(u16, scale_factor=2, mode="nearest"))
        fused = self.fuse(self.spatial(s4), u8)
        fine = self.detail(torch.cat([F.pixel_shuffle(self.up(fused), 2), s4], 1))
        out, z8 = self.head(fine), self.aux8(u8)
        attributes = self.attributes(x, c16, u16, z8)
        if self.training:
            return out, attributes, z8, self.aux16(u16)
        return out, attributes


def logits(out):
    """The class map's logits, N x 20 x H/2 x W/2, from the network's folded output."""
    return F.pixel_shuffle(out, 2)
