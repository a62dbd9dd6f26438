import itertools
import random

import torch

from decode import bio_spans, find_cycle, sentence_mask, tree


def all_trees(n):
    for heads in itertools.product(range(n + 1), repeat=n):
        if heads.count(0) == 1 and all(h != d + 1 for d, h in enumerate(heads)) and not find_cycle(list(heads)):
            yield list(heads)


def test_tree_is_the_best_of_all_single_rooted_trees():
    rng = random.Random(3)
    for _ in range(60):
        n = rng.randrange(1, 6)
        scores = [[rng.uniform(-1, 1) if h != d + 1 else -1e9 for h in range(n + 1)] for d in range(n)]
        total = lambda heads: sum(scores[d][h] for d, h in enumerate(heads))
        best = max(all_trees(n), key=total)
        assert abs(total(tree(scores)) - total(best)) < 1e-9


def test_mask_keeps_words_within_their_sentence():
    mask = sentence_mask(torch.tensor([[0, 0, 1, -1]]))[0]
    assert mask[0].tolist() == [True, False, True, False, False]
    assert mask[2].tolist() == [True, False, False, False, False]


def test_spans_open_at_a_stray_inside_label():
    assert bio_spans(['B-PER', 'I-PER', 'O', 'I-LOC', 'B-LOC']) == {(0, 2, 'PER'), (3, 4, 'LOC'), (4, 5, 'LOC')}
