"""The net: one encoder over word pieces and every head over the words, as spec'd for train/ and internal/syntax/nn.

`words` turns a batch of windows into word vectors; each head is one method. Nothing here knows about files or losses.
"""
from dataclasses import dataclass, asdict

import torch
import torch.nn as nn
import torch.nn.functional as F

from quant import Int8Embedding, Int8Linear

SHAPES = 10
SIMPLE_HEADS = ('tag', 'lemma', 'feats', 'name', 'end', 'realis', 'historical', 'cue')


@dataclass
class Size:
    """Dimensions of the net; the hidden widths of the heads are fixed by the file format."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    ffn: int = 1536
    vocab: int = 30522
    positions: int = 512
    word_shape: int = 32
    arc: int = 256
    relation: int = 96
    link: int = 128
    trigger: int = 256
    dropout: float = 0.1
    head_dropout: float = 0.25

    def as_dict(self):
        return asdict(self)


def gelu(x):
    return F.gelu(x, approximate='tanh')


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def attention(q, k, v, mask):
    scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2)
    return torch.softmax(scores.masked_fill(~mask, -1e4).float(), -1).to(v.dtype) @ v


class Layer(nn.Module):
    """One transformer layer, norm after each residual as in BERT."""

    def __init__(self, size):
        super().__init__()
        self.heads = size.heads
        self.qkv = Int8Linear(size.width, 3 * size.width)
        self.out = Int8Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, 1e-12)
        self.ffn1 = Int8Linear(size.width, size.ffn)
        self.ffn2 = Int8Linear(size.ffn, size.width)
        self.norm2 = nn.LayerNorm(size.width, 1e-12)
        self.drop = nn.Dropout(size.dropout)

    def forward(self, x, mask):
        batch, length, width = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        mixed = attention(q, k, v, mask)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.drop(self.ffn2(gelu(self.ffn1(x)))))


class Net(nn.Module):
    """Encoder and heads; `labels` gives each head its classes."""

    def __init__(self, size, labels):
        super().__init__()
        self.size = size
        self.word = Int8Embedding(size.vocab, size.width)
        self.position = nn.Embedding(size.positions, size.width)
        self.shape = nn.Embedding(SHAPES, size.width)
        self.norm = nn.LayerNorm(size.width, 1e-12)
        self.drop = nn.Dropout(size.dropout)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.head_drop = nn.Dropout(size.head_dropout)
        self.word_shape = nn.Embedding(SHAPES, size.word_shape)
        wide = size.width + size.word_shape
        self.head = nn.ModuleDict({k: Int8Linear(wide, len(labels[k])) for k in SIMPLE_HEADS})
        self.trigger1 = Int8Linear(wide, size.trigger)
        self.trigger2 = Int8Linear(size.trigger, len(labels['trigger']))
        self.root = nn.Parameter(torch.randn(wide) * 0.02)
        self.arc_dep, self.arc_head = Int8Linear(wide, size.arc), Int8Linear(wide, size.arc)
        self.rel_dep, self.rel_head = Int8Linear(wide, size.relation), Int8Linear(wide, size.relation)
        self.link_from, self.link_to = Int8Linear(wide, size.link), Int8Linear(wide, size.link)
        self.arc_bilinear = nn.Parameter(torch.zeros(size.arc + 1, size.arc))
        r, n = size.relation + 1, size.link + 1
        self.rel_bilinear = nn.Parameter(torch.randn(len(labels['relation']), r, r) * 0.01)
        self.link_bilinear = nn.Parameter(torch.randn(len(labels['role']), n, n) * 0.01)
        nn.init.zeros_(self.shape.weight)

    def words(self, batch):
        """Word vectors [windows, words, 416] of a batch with ids, piece_shapes, first and shapes."""
        ids = batch['ids']
        mask = (ids != 0)[:, None, None, :]
        x = self.word(ids) + self.position.weight[:ids.shape[1]] + self.shape(batch['piece_shapes'])
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        first = batch['first'][..., None].expand(-1, -1, x.shape[-1])
        return self.head_drop(torch.cat([x.gather(1, first), self.word_shape(batch['shapes'])], -1))

    def scores(self, name, words):
        return self.head[name](words)

    def trigger(self, words):
        return self.trigger2(self.head_drop(gelu(self.trigger1(words))))

    def rooted(self, words):
        return torch.cat([self.root.to(words.dtype).expand(words.shape[0], 1, -1), words], 1)

    def arcs(self, words):
        """Scores [windows, dependents, heads]; column 0 is the root, column j+1 is word j. Not masked."""
        dep = self.head_drop(gelu(self.arc_dep(words)))
        head = self.head_drop(gelu(self.arc_head(self.rooted(words))))
        return with_one(dep) @ self.arc_bilinear @ head.transpose(1, 2)

    def relations(self, words, heads):
        """Scores of each relation at the given heads (columns of `arcs`)."""
        dep = with_one(self.head_drop(gelu(self.rel_dep(words))))
        head = with_one(self.head_drop(gelu(self.rel_head(self.rooted(words)))))
        head = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        # One matrix product over (relation, right side) keeps the largest intermediate at words x relations x 97.
        count, left, right = self.rel_bilinear.shape
        mixed = dep @ self.rel_bilinear.permute(1, 0, 2).reshape(left, count * right)
        mixed = mixed.view(*dep.shape[:2], count, right)
        return torch.einsum('bnrj,bnj->bnr', mixed, head)

    def links(self, words, anchors):
        """Scores [windows, roles, anchors, words] before the sigmoid."""
        index = anchors[..., None].expand(-1, -1, words.shape[-1])
        source = with_one(self.head_drop(gelu(self.link_from(words.gather(1, index)))))
        target = with_one(self.head_drop(gelu(self.link_to(words))))
        mixed = torch.einsum('bai,rij->braj', source, self.link_bilinear)
        return torch.einsum('braj,bnj->bran', mixed, target)


def load_encoder(net, path):
    """Copy MiniLM's weights into the encoder; token type 0 is folded into the positions."""
    from safetensors.torch import load_file
    raw = load_file(path)
    net.word.weight.data.copy_(raw['embeddings.word_embeddings.weight'])
    kind = raw['embeddings.token_type_embeddings.weight'][0]
    net.position.weight.data.copy_(raw['embeddings.position_embeddings.weight'] + kind)
    net.norm.weight.data.copy_(raw['embeddings.LayerNorm.weight'])
    net.norm.bias.data.copy_(raw['embeddings.LayerNorm.bias'])
    for i, layer in enumerate(net.layers):
        stem = f'encoder.layer.{i}.'
        for kind in ('weight', 'bias'):
            parts = [raw[f'{stem}attention.self.{k}.{kind}'] for k in ('query', 'key', 'value')]
            getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            for ours, theirs in ((layer.out, 'attention.output.dense'), (layer.norm1, 'attention.output.LayerNorm'),
                                 (layer.ffn1, 'intermediate.dense'), (layer.ffn2, 'output.dense'),
                                 (layer.norm2, 'output.LayerNorm')):
                getattr(ours, kind).data.copy_(raw[f'{stem}{theirs}.{kind}'])


ENCODER = ('word.', 'position.', 'shape.', 'norm.', 'layers.')


def in_encoder(name):
    return name.startswith(ENCODER)
