"""Convert a small convolutional .tflite model to ONNX without changing what it computes.

Only the operators that the face models use are known; any other stops the conversion with its name, so that nothing is ever
approximated in silence. Weights stored as float16 become float32 (exact). Activations go from channels-last to channels-first,
because that is what ONNX convolutions take; the model's own input and outputs keep their channels-last shapes.
"""

import numpy as np
import onnx
import tflite
from onnx import TensorProto, helper, numpy_helper

OPERATOR = {code: name for name, code in vars(tflite.BuiltinOperator).items() if isinstance(code, int)}
DTYPE = {tflite.TensorType.FLOAT32: np.float32, tflite.TensorType.FLOAT16: np.float16, tflite.TensorType.INT32: np.int32}
OPSET = 13


class Converter:
    """Walks the one subgraph in order and collects ONNX nodes."""

    def __init__(self, data: bytes):
        self.model = tflite.Model.GetRootAsModel(data, 0)
        if self.model.SubgraphsLength() != 1:
            raise SystemExit("expected exactly one subgraph")
        self.graph = self.model.Subgraphs(0)
        self.constants: dict[int, np.ndarray] = {}
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    # Names and constants

    def shape(self, index: int) -> list[int]:
        return [int(n) for n in self.graph.Tensors(index).ShapeAsNumpy()]

    def channels_first(self, index: int) -> str:
        """The name of a channels-first activation."""
        return f"t{index}"

    def constant(self, index: int) -> np.ndarray:
        if index in self.constants:
            return self.constants[index]
        tensor = self.graph.Tensors(index)
        raw = self.model.Buffers(tensor.Buffer()).DataAsNumpy()
        if isinstance(raw, int):
            raise SystemExit(f"tensor {index} ({tensor.Name()}) is not a constant")
        return np.frombuffer(raw.tobytes(), DTYPE[tensor.Type()]).reshape(self.shape(index))

    def store(self, name: str, value: np.ndarray) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, **attributes) -> None:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"{kind.lower()}_{len(self.nodes)}", **attributes))

    # Operators

    def activated(self, output: int, activation: int) -> str:
        """Where an operator should write so that its fused activation can follow."""
        if activation == tflite.ActivationFunctionType.NONE:
            return self.channels_first(output)
        if activation == tflite.ActivationFunctionType.RELU:
            return f"t{output}_linear"
        raise SystemExit(f"fused activation {activation} is not known")

    def activate(self, written: str, output: int) -> None:
        if written != self.channels_first(output):
            self.add("Relu", [written], self.channels_first(output))

    @staticmethod
    def same_padding(size: int, kernel: int, stride: int) -> tuple[int, int]:
        """TensorFlow's SAME: an odd pixel of padding goes behind, not in front."""
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        return total // 2, total - total // 2

    def pads(self, source: int, kernel: tuple[int, int], options) -> list[int]:
        if options.Padding() == tflite.Padding.VALID:
            return [0, 0, 0, 0]
        _, height, width, _ = self.shape(source)
        top, bottom = self.same_padding(height, kernel[0], options.StrideH())
        left, right = self.same_padding(width, kernel[1], options.StrideW())
        return [top, left, bottom, right]

    def convolution(self, inputs, output, options, depthwise: bool) -> None:
        source, weights, bias = inputs
        kernel = self.constant(weights).astype(np.float32)
        if (options.DilationHFactor(), options.DilationWFactor()) != (1, 1):
            raise SystemExit("dilated convolutions are not known")
        if depthwise:
            if options.DepthMultiplier() != 1:
                raise SystemExit("depth multipliers are not known")
            kernel, groups = kernel.transpose(3, 0, 1, 2), kernel.shape[3]  # 1HWC -> C1HW
        else:
            kernel, groups = kernel.transpose(0, 3, 1, 2), 1  # OHWI -> OIHW
        written = self.activated(output, options.FusedActivationFunction())
        self.add(
            "Conv",
            [self.channels_first(source), self.store(f"w{weights}", kernel), self.store(f"b{bias}", self.constant(bias).astype(np.float32))],
            written,
            kernel_shape=list(kernel.shape[2:]),
            strides=[options.StrideH(), options.StrideW()],
            pads=self.pads(source, kernel.shape[2:], options),
            group=groups,
        )
        self.activate(written, output)

    def pool(self, inputs, output, options) -> None:
        kernel = (options.FilterHeight(), options.FilterWidth())
        self.add(
            "MaxPool",
            [self.channels_first(inputs[0])],
            self.channels_first(output),
            kernel_shape=list(kernel),
            strides=[options.StrideH(), options.StrideW()],
            pads=self.pads(inputs[0], kernel, options),
        )

    def pad(self, inputs, output) -> None:
        before, after = self.constant(inputs[1])[[0, 3, 1, 2]].T
        amounts = self.store(f"pads{output}", np.concatenate([before, after]).astype(np.int64))
        self.add("Pad", [self.channels_first(inputs[0]), amounts], self.channels_first(output))

    def reshape(self, inputs, output) -> None:
        source, target = inputs[0], self.shape(output)
        last = f"t{source}_last"
        self.add("Transpose", [self.channels_first(source)], last, perm=[0, 2, 3, 1])
        self.add("Reshape", [last, self.store(f"shape{output}", np.array(target, np.int64))], self.channels_first(output))

    def concat(self, inputs, output, options) -> None:
        if len(self.shape(output)) == 4:
            raise SystemExit("concatenation of pictures is not known")
        self.add("Concat", [self.channels_first(i) for i in inputs], self.channels_first(output), axis=options.Axis())

    def operator(self, operator) -> None:
        code = self.model.OperatorCodes(operator.OpcodeIndex())
        name = OPERATOR[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]
        inputs = [int(i) for i in operator.InputsAsNumpy()]
        (output,) = (int(i) for i in operator.OutputsAsNumpy())

        def options(kind):
            table, out = operator.BuiltinOptions(), kind()
            out.Init(table.Bytes, table.Pos)
            return out

        if name == "DEQUANTIZE":
            self.constants[output] = self.constant(inputs[0]).astype(np.float32)
        elif name == "CONV_2D":
            self.convolution(inputs, output, options(tflite.Conv2DOptions), depthwise=False)
        elif name == "DEPTHWISE_CONV_2D":
            self.convolution(inputs, output, options(tflite.DepthwiseConv2DOptions), depthwise=True)
        elif name == "MAX_POOL_2D":
            self.pool(inputs, output, options(tflite.Pool2DOptions))
        elif name == "RELU":
            self.add("Relu", [self.channels_first(inputs[0])], self.channels_first(output))
        elif name == "ADD":
            written = self.activated(output, options(tflite.AddOptions).FusedActivationFunction())
            self.add("Add", [self.channels_first(i) for i in inputs], written)
            self.activate(written, output)
        elif name == "PAD":
            self.pad(inputs, output)
        elif name == "RESHAPE":
            self.reshape(inputs, output)
        elif name == "CONCATENATION":
            self.concat(inputs, output, options(tflite.ConcatenationOptions))
        else:
            raise SystemExit(f"operator {name} is not known to this converter")

    def run(self, producer: str) -> onnx.ModelProto:
        (source,) = (int(i) for i in self.graph.InputsAsNumpy())
        self.add("Transpose", ["input"], self.channels_first(source), perm=[0, 3, 1, 2])
        for i in range(self.graph.OperatorsLength()):
            self.operator(self.graph.Operators(i))
        outputs = []
        for index in (int(i) for i in self.graph.OutputsAsNumpy()):
            name = self.graph.Tensors(index).Name().decode()
            for node in self.nodes:
                node.output[:] = [name if o == self.channels_first(index) else o for o in node.output]
            outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, self.shape(index)))
        inputs = [helper.make_tensor_value_info("input", TensorProto.FLOAT, self.shape(source))]
        graph = helper.make_graph(self.nodes, producer, inputs, outputs, self.initializers)
        model = helper.make_model(graph, producer_name="tflite_to_onnx", opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        return model


def convert(data: bytes, name: str) -> onnx.ModelProto:
    """The ONNX model that computes what the .tflite bytes compute."""
    return Converter(data).run(name)
