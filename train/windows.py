"""Windows of consecutive sentences, and batches of them as tensors."""
import random

import torch

from labels import IGNORE, ROLE

WORD_HEADS = ('tag', 'lemma', 'feats', 'name', 'end', 'trigger', 'realis', 'historical', 'cue')
LONGEST = 500
WITHIN_PARAGRAPH = 0.7


class Window:
    """One input of the net: pieces, and labels of its words by head."""

    __slots__ = ('words', 'ids', 'first', 'shapes', 'number', 'labels', 'head', 'relation', 'links', 'source')

    def __init__(self, pieces, words):
        self.words = words
        self.ids, self.first, self.shapes = pieces.window(words)
        self.number = [0] * len(words)
        self.labels = {}
        self.head = self.relation = self.source = None
        self.links = {}


def known(index, values):
    return [index.get(v, IGNORE) for v in values]


def treebank_window(pieces, index, sentences, tail=()):
    """A window of whole sentences; `tail` are sentences of which only an opening part is shown, without a tree."""
    parts = [(s, len(s.words)) for s in sentences] + list(tail)
    window = Window(pieces, [w for s, n in parts for w in s.words[:n]])
    head, relation, number, end, offset = [], [], [], [], 0
    labels = {k: [] for k in ('tag', 'lemma', 'feats', 'name')}
    for i, (s, n) in enumerate(parts):
        whole = n == len(s.words)
        number += [i] * n
        end += [0] * (n - 1) + [IGNORE if s.ends_paragraph and whole else int(whole)]
        if s.tag and whole:
            head += [h + offset if h else 0 for h in s.head]
            relation += known(index['relation'], s.relation)
        else:
            head += [IGNORE] * n
            relation += [IGNORE] * n
        for key in ('tag', 'lemma', 'feats'):
            values = getattr(s, key)[:n]
            labels[key] += known(index[key], values) if values else [IGNORE] * n
        labels['name'] += s.name[:n] if s.name and whole else [IGNORE] * n
        offset += n
    # The cut after the last word is the window's, not the writer's: nothing can be learned there.
    end[-1] = IGNORE
    if parts[0][0].tag:
        labels['end'] = end
    window.labels, window.head, window.relation, window.number = labels, head, relation, number
    return window


def length_of(pieces, sentence):
    return sum(len(pieces.of(w)) for w in sentence.words)


def pack(pieces, sentences, limit):
    """Consecutive sentences in groups of at most `limit` pieces with [CLS] and [SEP]; a longer sentence stands alone."""
    group, used = [], 2
    for s in sentences:
        n = length_of(pieces, s)
        if group and used + n > limit:
            yield group
            group, used = [], 2
        group.append(s)
        used += n
    if group:
        yield group


def cut_randomly(pieces, index, doc, rng, singles, limit):
    """Windows of a document for one pass: some sentences alone, some runs of several, each sentence once.

    Most runs end where their paragraph does, as every window of raw text will.
    """
    out, i = [], 0
    while i < len(doc):
        if rng.random() < singles:
            run = 1
        else:
            budget, run, used = rng.uniform(40, limit), 1, length_of(pieces, doc[i]) + 2
            within = rng.random() < WITHIN_PARAGRAPH
            while i + run < len(doc) and used + length_of(pieces, doc[i + run]) <= budget:
                if within and doc[i + run - 1].ends_paragraph:
                    break
                used += length_of(pieces, doc[i + run])
                run += 1
        tail = []
        if run > 1 and i + run < len(doc) and rng.random() < 0.2 and len(doc[i + run].words) > 3:
            tail = [(doc[i + run], rng.randrange(1, min(12, len(doc[i + run].words))))]
        window = treebank_window(pieces, index, doc[i:i + run], tail)
        if len(window.ids) <= LONGEST:
            out.append(window)
        i += run
    return out


def article_window(pieces, article, start, end):
    """Words [start, end) of an article with their labels and the links that stay inside."""
    window = Window(pieces, article.words[start:end])
    for head in ('trigger', 'realis', 'historical', 'cue'):
        window.labels[head] = getattr(article, head)[start:end]
    if article.name:
        window.labels['name'] = article.name[start:end]
    for anchor, roles in article.links.items():
        if start <= anchor < end:
            window.links[anchor - start] = {r: inside(span, start, end) for r, span in roles.items()}
    window.source = (article, start)
    return window


def inside(span, start, end):
    """The span in the window's numbers; None (not learned) when the whole of it lies elsewhere."""
    if span is None:
        return None
    kept = {i - start for i in span if start <= i < end}
    return kept if kept or not span else None


def article_windows(pieces, article, limit, rng=None):
    """Consecutive windows over rough sentences; with rng, of random size and start."""
    bounds = article.starts + [len(article.words)]
    at, out = 0, []
    while at < len(bounds) - 1:
        budget = limit if rng is None or rng.random() < 0.6 else rng.uniform(30, limit)
        stop, used = at + 1, 2 + piece_count(pieces, article, bounds[at], bounds[at + 1])
        while stop < len(bounds) - 1:
            used += piece_count(pieces, article, bounds[stop], bounds[stop + 1])
            if used > budget:
                break
            stop += 1
        window = article_window(pieces, article, bounds[at], bounds[stop])
        if len(window.ids) <= LONGEST:
            out.append(window)
        at = stop
    return out


def piece_count(pieces, article, start, end):
    return sum(len(pieces.of(w)) for w in article.words[start:end])


def batches(windows, size, rng=None):
    """Groups of windows of like length with at most `size` pieces, padding counted."""
    order = list(windows)
    if rng:
        rng.shuffle(order)
        order = [w for c in range(0, len(order), 2000) for w in sorted(order[c:c + 2000], key=lambda w: len(w.ids))]
    else:
        order.sort(key=lambda w: len(w.ids))
    out, group = [], []
    for w in order:
        longest = max([len(x.ids) for x in group] + [len(w.ids)])
        if group and longest * (len(group) + 1) > size:
            out.append(group)
            group = []
        group.append(w)
    if group:
        out.append(group)
    if rng:
        rng.shuffle(out)
    return out


def padded(rows, width, fill):
    return torch.tensor([r + [fill] * (width - len(r)) for r in rows])


def collate(group):
    """Tensors of a batch; labels that no window of it has are left out."""
    pieces, words = max(len(w.ids) for w in group), max(len(w.words) for w in group)
    spread = []
    for w in group:
        marks = w.first + [len(w.ids) - 1]
        spread.append([0] + [s for s, a, b in zip(w.shapes, marks, marks[1:]) for _ in range(a, b)] + [0])
    batch = {
        'ids': padded([w.ids for w in group], pieces, 0), 'piece_shapes': padded(spread, pieces, 0),
        'first': padded([w.first for w in group], words, 0), 'shapes': padded([w.shapes for w in group], words, 0),
        'number': padded([w.number for w in group], words, -1),
    }
    for head in WORD_HEADS:
        rows = [w.labels.get(head) or [IGNORE] * len(w.words) for w in group]
        if any(v != IGNORE for r in rows for v in r):
            batch[head] = padded(rows, words, IGNORE)
    if any(w.head for w in group):
        batch['heads'] = padded([w.head or [IGNORE] * len(w.words) for w in group], words, IGNORE)
        batch['relation'] = padded([w.relation or [IGNORE] * len(w.words) for w in group], words, IGNORE)
    add_links(batch, group, words)
    return batch


def add_links(batch, group, words):
    most = max(len(w.links) for w in group)
    if not most:
        return
    anchors = torch.zeros(len(group), most, dtype=torch.long)
    target = torch.full((len(group), len(ROLE), most, words), float(IGNORE))
    for b, w in enumerate(group):
        for n, (anchor, roles) in enumerate(sorted(w.links.items())):
            anchors[b, n] = anchor
            for role, span in roles.items():
                if span is not None:
                    target[b, ROLE.index(role), n, :len(w.words)] = 0
                    target[b, ROLE.index(role), n, sorted(span)] = 1
    batch['anchors'], batch['links'] = anchors, target
