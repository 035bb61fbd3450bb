"""Write the tiny networks that tests/any_bisenet.rs loads in place of large ones.

    python models/training/make_tiny_models.py

Needs numpy and onnx. Nothing in them is trained: each computes something that a test can foretell.

tiny_bisenet19.onnx      the interface of common BiSeNet exports: input 1x3x64x64, ImageNet-normalised; three outputs, 19 planes of the
                         input's size each, of which only the first counts. It says hair (17) for red, skin (1) for green, cloth (16) for
                         blue, and background for what is none of them. It does so only if its input is normalised.
tiny_bisenet19_open.onnx the same with height and width left open and one output.
tiny_backbone.onnx       the interface of a ResNet50 without its last layer: input 1x3x224x224, output 1x32; here global means of 7x7 regions
                         and a fixed matrix.
tiny_pixels.onnx         the interface of an autoencoder on pixels: input 1x3x32x32, output 1x8; means of 16x16 regions and a fixed matrix.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TARGET = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "models"
OPSET = 17
CLASSES = 19
HAIR, SKIN, CLOTH = 17, 1, 16


def save(name: str, nodes: list, weights: dict, inputs: list, outputs: list) -> None:
    initialisers = [numpy_helper.from_array(value, key) for key, value in weights.items()]
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8, producer_name="selfmoji")
    onnx.checker.check_model(model, full_check=True)
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / name).write_bytes(model.SerializeToString())
    print(f"{name}: {(TARGET / name).stat().st_size} bytes")


def bisenet(name: str, side: int | str, heads: int) -> None:
    weight = np.full((CLASSES, 3, 1, 1), -1.0, np.float32)
    bias = np.full(CLASSES, -9.0, np.float32)
    weight[0], bias[0] = 0.0, 0.0  # background: 0 everywhere
    bias[[HAIR, SKIN, CLOTH]] = -2.0
    for plane, channel in [(HAIR, 0), (SKIN, 1), (CLOTH, 2)]:
        weight[plane, channel] = 2.0
    nodes = [helper.make_node("Conv", ["input", "weight", "bias"], ["output"], kernel_shape=[1, 1])]
    names = ["output"] + [f"aux{i}" for i in range(1, heads)]
    # The auxiliary heads say the opposite, so that a reader of the wrong one is found out.
    nodes += [helper.make_node("Neg", ["output"], [aux]) for aux in names[1:]]
    value = lambda key, planes: helper.make_tensor_value_info(key, TensorProto.FLOAT, [1, planes, side, side])  # noqa: E731
    save(name, nodes, {"weight": weight, "bias": bias}, [value("input", 3)], [value(key, CLASSES) for key in names])


def means(name: str, side: int, region: int, dimensions: int) -> None:
    weight = np.random.default_rng(7).normal(0, 0.3, (dimensions, 3 * (side // region) ** 2)).astype(np.float32).round(3)
    nodes = [
        helper.make_node("AveragePool", ["input"], ["pooled"], kernel_shape=[region, region], strides=[region, region]),
        helper.make_node("Flatten", ["pooled"], ["flat"], axis=1),
        helper.make_node("Gemm", ["flat", "weight", "bias"], ["output"], transB=1),
    ]
    weights = {"weight": weight, "bias": np.zeros(dimensions, np.float32)}
    value = lambda key, shape: helper.make_tensor_value_info(key, TensorProto.FLOAT, shape)  # noqa: E731
    save(name, nodes, weights, [value("input", [1, 3, side, side])], [value("output", [1, dimensions])])


if __name__ == "__main__":
    bisenet("tiny_bisenet19.onnx", 64, 3)
    bisenet("tiny_bisenet19_open.onnx", "side", 1)
    means("tiny_backbone.onnx", 224, 32, 32)
    means("tiny_pixels.onnx", 32, 16, 8)
