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
        # Training only: the two auxiliary heads of the paper, on the context path's features.
        self.aux8, self.aux16 = nn.Conv2d(64, classes, 1), nn.Conv2d(64, classes, 1)

    def forward(self, x):
        """x: N x 3 x H x W, RGB, ImageNet-normalised, H and W multiples of 32. Returns N x 4*20 x H/4 x W/4."""
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
        out = self.head(fine)
        if self.training:
            return out, self.aux8(u8), self.aux16(u16)
        return out


def logits(out):
    """The class map's logits, N x 20 x H/2 x W/2, from the network's folded output."""
    return F.pixel_shuffle(out, 2)
