"""Exports the trained parser to ONNX, with the input's normalisation folded into the first convolution.

    python export_parser.py WORK/parser.pt ../bisenet/face_parser.onnx --rows WORK/rows.csv [--size 256]

Input `rgb` 1x3xSxS, 0..1. Outputs: `classes` 1x80xS/4xS/4, channel 4k+2j+i is class k at sub-pixel (row j, column i);
`attributes` 1x40, the logits of model.HEADS one after the other.
"""

import argparse
import csv
from pathlib import Path

import onnx
import torch

from model import HEADS, BiSeNet

# Heads of which most answers should be right, rather than as many of each: rare answers counted for more in training (the root of their rarity), and
# that is taken back here. Whether something is worn at all is to be told equally well either way, so those heads stay as they are.
PLAIN = ["hair_length", "hair_colour"]
# Tones were not weighted at all; without a little of it the darkest, of which there are fewest photos, would be read too light.
SKIN = -.15


def take_back(net, rows):
    start = 0
    for name, words in HEADS.items():
        n = torch.tensor([float(sum(r[name] == w for r in rows)) for w in words])
        if name in PLAIN:
            net.attributes.heads.bias.data[start:start + len(words)] += .5 * (n / n.sum()).log()
        if name == "skin":
            net.attributes.heads.bias.data[start:start + len(words)] += SKIN * ((n + 20) / (n + 20).sum()).log()
        start += len(words)


class Plain(torch.nn.Module):
    """0..1 in; batch norms stay, for the exporter folds them."""

    def __init__(self, net):
        super().__init__()
        self.net = net
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))

    def forward(self, rgb):
        return self.net((rgb - self.mean) / self.std)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--rows", type=Path, required=True, help="what was trained on, as make_labels.py wrote it")
    p.add_argument("--size", type=int, default=256)
    a = p.parse_args()
    net = BiSeNet()
    if str(a.checkpoint) != "none":
        net.load_state_dict(torch.load(a.checkpoint, map_location="cpu")["ema"])
    with open(a.rows) as f:
        take_back(net, list(csv.DictReader(f)))
    net = Plain(net.eval()).eval()
    a.out.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(net, torch.rand(1, 3, a.size, a.size), str(a.out), input_names=["rgb"], output_names=["classes", "attributes"],
                      opset_version=17, dynamo=False)
    m = onnx.load(str(a.out))
    onnx.checker.check_model(m)
    print(f"{a.out}: {a.out.stat().st_size / 1e6:.2f} MB, ops {sorted({n.op_type for n in m.graph.node})}")


if __name__ == "__main__":
    main()
