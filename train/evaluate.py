"""Figures of a net on the held-out sets, with given words and sentences."""
import collections

import torch

from decode import bio_spans, sentence_mask, tree
from labels import IGNORE, NAME, ROLE, TRIGGER, apply_lemma
from windows import article_windows, batches, collate, pack, treebank_window

PIECES = 6000
LIMIT = 160


def percent(right, all_):
    return round(100 * right / max(1, all_), 2)


def f1(right, ours, gold):
    return round(200 * right / max(1, ours + gold), 2)


def doc_windows(pieces, index, docs, limit):
    for _, doc in docs:
        for group in pack(pieces, doc, limit):
            yield treebank_window(pieces, index, group), group


@torch.no_grad()
def parse(net, pieces, labels, index, docs, limit=LIMIT):
    """UPOS, UAS, LAS by tree, lemma, features and sentence ends of treebank documents; limit 0 gives each sentence its own window."""
    net.eval()
    pairs = list(doc_windows(pieces, index, docs, limit))
    group_of = {id(w): g for w, g in pairs}
    count = collections.Counter()
    for group in batches([w for w, _ in pairs], PIECES):
        batch = collate(group)
        words = net.words(batch)
        arcs = net.arcs(words).float().masked_fill(~sentence_mask(batch['number']), -1e9)
        chosen = {k: net.scores(k, words).argmax(-1) for k in ('tag', 'lemma', 'feats', 'end')}
        heads = torch.zeros_like(batch['first'])
        for b, w in enumerate(group):
            heads[b, :len(w.words)] = torch.tensor(window_tree(arcs[b].tolist(), w.number))
        relation = net.relations(words, heads).argmax(-1)
        for b, w in enumerate(group):
            count_window(count, w, group_of[id(w)], labels, heads[b], relation[b], {k: v[b] for k, v in chosen.items()})
    n = count['words']
    return {'upos': percent(count['tag'], n), 'uas': percent(count['uas'], n), 'las': percent(count['las'], n),
            'lemma': percent(count['lemma'], n), 'feats': percent(count['feats'], n),
            'ends': f1(count['end'], count['ends said'], count['ends'])}


def window_tree(arcs, number):
    """Heads of a window of several sentences, as columns of its arc scores."""
    out, start = [], 0
    for s in range(number[-1] + 1):
        n = number.count(s)
        rows = [[arcs[d][0]] + arcs[d][start + 1:start + n + 1] for d in range(start, start + n)]
        out += [h + start if h else 0 for h in tree(rows)]
        start += n
    return out


def count_window(count, window, sentences, labels, heads, relation, chosen):
    lemmas = [x for s in sentences for x in s.lemmas]
    count['words'] += len(window.words)
    for i, word in enumerate(window.words):
        count['tag'] += int(chosen['tag'][i]) == window.labels['tag'][i]
        count['feats'] += int(chosen['feats'][i]) == window.labels['feats'][i]
        count['lemma'] += apply_lemma(labels['lemma'][int(chosen['lemma'][i])], word) == lemmas[i]
        attached = int(heads[i]) == window.head[i]
        count['uas'] += attached
        count['las'] += attached and int(relation[i]) == window.relation[i]
        gold, said = window.labels['end'][i], int(chosen['end'][i])
        if gold != IGNORE:
            count['ends'] += gold
            count['ends said'] += said
            count['end'] += gold and said


@torch.no_grad()
def names(net, pieces, index, docs, limit=LIMIT):
    """Span F1, over all and by kind, of the documents' sentences that have gold names."""
    net.eval()
    right, ours, gold = (collections.Counter() for _ in range(3))
    for group in batches([w for w, _ in doc_windows(pieces, index, docs, limit)], PIECES):
        batch = collate(group)
        chosen = net.scores('name', net.words(batch)).argmax(-1).tolist()
        for b, w in enumerate(group):
            told = [i for i, v in enumerate(w.labels['name']) if v != IGNORE]
            g = bio_spans([NAME[w.labels['name'][i]] for i in told])
            o = bio_spans([NAME[chosen[b][i]] for i in told])
            for counter, spans in ((right, g & o), (ours, o), (gold, g)):
                counter.update([k for _, _, k in spans] + ['all'] * len(spans))
    return {k: f1(right[k], ours[k], gold[k]) for k in ('all', 'PER', 'ORG', 'LOC')}


@torch.no_grad()
def article_scores(net, pieces, articles):
    """Yields (article, first word, chosen classes by head, links function) for every window."""
    net.eval()
    every = [w for a in articles for w in article_windows(pieces, a, LIMIT)]
    for group in batches(every, PIECES):
        batch = collate(group)
        words = net.words(batch)
        kinds, cues = net.trigger(words).argmax(-1), net.scores('cue', words).argmax(-1)
        realis = net.scores('realis', words).argmax(-1)
        for b, w in enumerate(group):
            article, start = w.source
            n = len(w.words)
            chosen = {'trigger': kinds[b, :n].tolist(), 'cue': cues[b, :n].tolist(), 'realis': realis[b, :n].tolist()}
            yield article, start, chosen, (lambda anchors, b=b, n=n: torch.sigmoid(
                net.links(words[b:b + 1, :n], torch.tensor([anchors])))[0] if anchors else None)


def events(net, pieces, articles):
    """Trigger and type F1 word by word, realis over right triggers, and F1 of the linked words at gold triggers."""
    count, by_type = collections.Counter(), collections.Counter()
    for article, start, chosen, links in article_scores(net, pieces, articles):
        for i, ours in enumerate(chosen['trigger']):
            gold = article.trigger[start + i]
            count['gold'] += gold > 0
            count['ours'] += ours > 0
            count['found'] += gold > 0 and ours > 0
            count['typed'] += gold > 0 and ours == gold
            by_type['gold', gold] += 1
            by_type['ours', ours] += 1
            by_type['right', gold] += gold == ours
            if gold > 0 and article.realis[start + i] != IGNORE:
                count['realis'] += chosen['realis'][i] == article.realis[start + i]
        count_links(count, article, start, len(chosen['trigger']), links)
    macro = [f1(by_type['right', t], by_type['ours', t], by_type['gold', t]) for t in range(1, len(TRIGGER)) if by_type['gold', t]]
    out = {'trigger': f1(count['found'], count['ours'], count['gold']), 'type': f1(count['typed'], count['ours'], count['gold']),
           'macro': round(sum(macro) / max(1, len(macro)), 2), 'realis': percent(count['realis'], count['gold'])}
    return dict(out, **link_figures(count))


def count_links(count, article, start, length, links):
    anchors = [a - start for a in sorted(article.links) if start <= a < start + length]
    if not anchors:
        return
    scores = links(anchors)
    for n, anchor in enumerate(anchors):
        for role, span in article.links[anchor + start].items():
            if span is None:
                continue
            gold = {i - start for i in span if start <= i < start + length}
            ours = set((scores[ROLE.index(role), n] > 0.5).nonzero().flatten().tolist())
            count[role, 'gold'] += len(gold)
            count[role, 'ours'] += len(ours)
            count[role, 'right'] += len(gold & ours)


def link_figures(count):
    return {r: f1(count[r, 'right'], count[r, 'ours'], count[r, 'gold']) for r in ROLE if count[r, 'gold']}


def statements(net, pieces, articles):
    """Cue F1 by overlap of spans, and word F1 of source and content at gold cues."""
    count = collections.Counter()
    for article, start, chosen, links in article_scores(net, pieces, articles):
        n = len(chosen['cue'])
        gold = bio_spans(['OBI'[v] for v in article.cue[start:start + n]])
        ours = bio_spans(['OBI'[v] for v in chosen['cue']])
        left = set(gold)
        for a, b, _ in ours:
            hit = next((g for g in left if g[0] < b and a < g[1]), None)
            left.discard(hit)
            count['cue'] += hit is not None
        count['gold'] += len(gold)
        count['ours'] += len(ours)
        count_links(count, article, start, n, links)
    return dict({'cue': f1(count['cue'], count['ours'], count['gold'])}, **link_figures(count))
