"""Starts a BiSeNet from an exported one."""

import onnx
import torch
from onnx import numpy_helper

# Parts of the network in the order in which the exported graph has their convolutions.
ORDER = ["stem.0", "stem.1", "c8.0", "c8.1.a", "c8.1.b", "c16.0", "c16.1.a", "c16.1.b", "c32.0", "c32.1.a", "c32.1.b", "tail", "arm32.conv",
         "arm32.attention.w", "arm16.conv", "arm16.attention.w", "refine16", "refine8", "spatial", "fuse.conv", "fuse.attention.w", "up", "detail"]


def load(net, path):
    """Puts an export's weights into `net`. Its batch norms were folded into the convolutions, so here they start, and stay, neutral but for the bias."""
    graph = onnx.load(str(path)).graph
    value = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    convs = [n for n in graph.node if n.op_type == "Conv"]
    modules = dict(net.named_modules())
    for name, node in zip(ORDER, convs):
        block = modules[name]
        weight, bias = (value[i] for i in node.input[1:3])
        with torch.no_grad():
            block[0].weight.copy_(weight)
            norm = block[1]
            norm.weight.fill_((1 + norm.eps) ** .5)
            norm.bias.copy_(bias)
    head = next(n for n in convs if n.input[1] == "net.head.weight")
    with torch.no_grad():
        net.head.weight.copy_(value[head.input[1]])
        net.head.bias.copy_(value[head.input[2]])
    return [modules[n][1] for n in ORDER]
