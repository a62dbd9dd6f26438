"""Writes the net in the form the Go engine reads: int8 rows with their scales, float32 for the rest."""
import json
import os
import shutil

import torch
from safetensors.torch import save_file

from model import SIMPLE_HEADS
from quant import quantise_rows

MAX_PIECES = 160


def put_int8(out, name, weight):
    q, scale = quantise_rows(weight.detach().float())
    out[name] = q.to(torch.int8).contiguous()
    return scale.squeeze(-1).contiguous()


def put_linear(out, name, linear):
    out[name + '.scale'] = put_int8(out, name + '.weight', linear.weight)
    out[name + '.bias'] = linear.bias.detach().float().clone()


def tensors(net):
    """All tensors by their names in the file."""
    out = {}
    out['embed.word.scale'] = put_int8(out, 'embed.word', net.word.weight)
    plain = {
        'embed.position': net.position.weight, 'embed.shape': net.shape.weight, 'word.shape': net.word_shape.weight,
        'embed.norm.weight': net.norm.weight, 'embed.norm.bias': net.norm.bias, 'arc.root': net.root,
        'arc.bilinear': net.arc_bilinear, 'rel.bilinear': net.rel_bilinear, 'link.bilinear': net.link_bilinear,
    }
    for i, layer in enumerate(net.layers):
        stem = f'layer.{i}.'
        for part in ('qkv', 'out', 'ffn1', 'ffn2'):
            put_linear(out, stem + part, getattr(layer, part))
        for part in ('norm1', 'norm2'):
            norm = getattr(layer, part)
            plain[f'{stem}{part}.weight'], plain[f'{stem}{part}.bias'] = norm.weight, norm.bias
    for name in SIMPLE_HEADS:
        put_linear(out, 'head.' + name, net.head[name])
    put_linear(out, 'head.trigger1', net.trigger1)
    put_linear(out, 'head.trigger2', net.trigger2)
    for name in ('arc', 'rel', 'link'):
        for side in ('dep', 'head') if name != 'link' else ('from', 'to'):
            put_linear(out, f'{name}.{side}', getattr(net, f'{name}_{side}'))
    for name, value in plain.items():
        out[name] = value.detach().float().clone().contiguous()
    return out


def write(net, labels, vocab, folder):
    """net.safetensors, net.json and vocab.txt."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, 'net.safetensors')
    save_file(tensors(net), path)
    os.chmod(path, 0o644)
    size = net.size
    about = {'layers': size.layers, 'width': size.width, 'heads': size.heads, 'ffn': size.ffn,
             'max_pieces': MAX_PIECES, 'labels': labels}
    with open(os.path.join(folder, 'net.json'), 'w', encoding='utf8') as file:
        json.dump(about, file, ensure_ascii=False, indent=1)
        file.write('\n')
    shutil.copyfile(vocab, os.path.join(folder, 'vocab.txt'))
