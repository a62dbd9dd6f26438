"""Int8 arithmetic as the Go engine does it, for training and for the reference.

A row of activations has one scale and a row of weights has one scale; zero is always zero. While the model is trained the
rounding is passed over in the backward pass (straight-through); in evaluation the products are summed as whole numbers, so
that the reference differs from the engine only in the float parts between the linear layers.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

LIMIT = 127.0


def quantise_rows(x):
    """Whole numbers in [-127, 127] and the scale of each last-dimension row; a row of zeros has scale 1."""
    top = x.abs().amax(-1, keepdim=True)
    empty = top == 0
    inverse = torch.where(empty, torch.ones_like(top), LIMIT / top)
    scale = torch.where(empty, torch.ones_like(top), top / LIMIT)
    return torch.round(x * inverse).clamp(-LIMIT, LIMIT), scale


def straight_through(x):
    """x rounded to its row's int8 grid, with the gradient of x itself."""
    with torch.no_grad():
        q, scale = quantise_rows(x.float())
        rounded = (q * scale).to(x.dtype)
    return x + (rounded - x).detach()


class Int8Linear(nn.Linear):
    """A linear layer that computes in float until `int8` is set."""

    int8 = False

    def forward(self, x):
        if not self.int8:
            return super().forward(x)
        if self.training:
            return F.linear(straight_through(x), straight_through(self.weight), self.bias)
        q, s = quantise_rows(x.float())
        w, scale = quantise_rows(self.weight)
        return F.linear(q, w) * (s * scale.squeeze(-1)) + self.bias


class Int8Embedding(nn.Embedding):
    """A table of rows, each stored as int8 with its own scale once `int8` is set."""

    int8 = False

    def forward(self, ids):
        rows = super().forward(ids)
        return straight_through(rows) if self.int8 else rows


def set_int8(net, on):
    """Switch every quantised layer of net."""
    for module in net.modules():
        if isinstance(module, (Int8Linear, Int8Embedding)):
            module.int8 = on
