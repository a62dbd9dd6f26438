"""random_net.py TREEBANK FOLDER [LAYERS]: a net with MiniLM's encoder and random heads, to build the engine against.

Its decisions mean nothing; its scores are spread enough to show an error in any head.
"""
import os
import sys

import torch

import export
import labels
import parity
import treebank
from model import Net, Size, in_encoder, load_encoder
from pieces import Pieces, minilm


def build(layers, names):
    torch.manual_seed(7)
    net = Net(Size(layers=layers), names)
    load_encoder(net, os.path.join(minilm(), 'model.safetensors'))
    for name, value in net.named_parameters():
        if not in_encoder(name) or name.startswith('shape.'):
            spread = 0.3 if name.startswith('shape.') else 2 / value.shape[-1] ** 0.5
            spread /= 10 if name.endswith('bilinear') else 1
            torch.nn.init.normal_(value, 0, spread)
    return net


def main():
    path, folder = sys.argv[1:3]
    layers = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    names = labels.collect(s for _, doc in treebank.documents(path) for s in doc)
    net, pieces = build(layers, names), Pieces()
    export.write(net, names, pieces.vocab, folder)
    parity.write(net, pieces, os.path.join(folder, 'parity.json'))


if __name__ == '__main__':
    main()
