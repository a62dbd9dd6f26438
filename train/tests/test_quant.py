import torch

from export import tensors
from labels import FIXED
from model import Net, Size
from quant import Int8Linear, quantise_rows, set_int8


def small_net():
    torch.manual_seed(1)
    names = dict(FIXED, lemma=['l;0;'], feats=['_'], relation=['root', 'nsubj'])
    return Net(Size(layers=1, vocab=50, positions=20), names).eval()


def batch():
    return {'ids': torch.tensor([[1, 7, 8, 9, 2]]), 'piece_shapes': torch.tensor([[0, 3, 5, 5, 0]]),
            'first': torch.tensor([[1, 2, 3]]), 'shapes': torch.tensor([[3, 5, 5]])}


def test_rows_round_half_to_even_and_zero_rows_keep_scale_one():
    q, scale = quantise_rows(torch.tensor([[127.0, 0.5, 1.5, -127.0], [0, 0, 0, 0]]))
    assert q.tolist() == [[127, 0, 2, -127], [0, 0, 0, 0]]
    assert scale.flatten().tolist() == [1, 1]


def test_int8_linear_equals_its_exported_numbers():
    torch.manual_seed(2)
    layer = Int8Linear(16, 4).eval()
    set_int8(layer, True)
    x = torch.randn(3, 16)
    q, s = quantise_rows(x)
    w, t = quantise_rows(layer.weight)
    want = (q.int() @ w.int().T).float() * (s * t.squeeze(-1)) + layer.bias
    assert torch.equal(layer(x), want)


def test_exported_tensors_have_the_contract_s_shapes():
    out = tensors(small_net())
    assert out['embed.word'].dtype == torch.int8 and out['embed.word.scale'].shape == (50,)
    assert out['layer.0.qkv.weight'].shape == (1152, 384)
    assert out['head.tag.weight'].shape == (17, 416)
    assert out['head.trigger2.weight'].shape == (17, 256)
    assert out['arc.bilinear'].shape == (257, 256)
    assert out['rel.bilinear'].shape == (2, 97, 97)
    assert out['link.bilinear'].shape == (6, 129, 129)


def test_int8_scores_stay_near_float_scores():
    net = small_net()
    with torch.no_grad():
        plain = net.scores('tag', net.words(batch()))
        set_int8(net, True)
        assert (net.scores('tag', net.words(batch())) - plain).abs().max() < 0.2
