"""Scores of the int8 reference on own-written windows, for the Go engine's test."""
import json

import torch

from model import SIMPLE_HEADS
from quant import set_int8

# Each window is a list of sentences already split into words.
WINDOWS = [
    ['The minister praised the plan on Monday .', 'Critics did n\'t .'],
    ['Police in Lagos arrested two opposition leaders after a rally , according to their lawyers .'],
    ['" We will not leave , " Anna Lindqvist said .'],
    ['U.S. officials met their Chinese counterparts in Geneva on 12 March 2024 .', 'No deal was reached .',
     'Talks resume in May .'],
    ['Rebels shelled the town of Kalmer , killing at least 14 people .'],
    ['NATO has n\'t decided whether it \'d send F - 16s .'],
    ['São Tomé \'s président asked the IMF for a $ 3.5m loan .'],
    ['Workers at the port walked out .', 'The company said it " can not " pay more than 4.2 % .'],
    ['If Korvia attacks , we will respond , the general warned .'],
    ['parliament rejected the bill by 61 votes to 58'],
    ['Reuters quoted an aide as saying that Orlova had resigned .', 'The Kremlin denied it .',
     'An e-mail sent to her office bounced .', 'She could not be reached .'],
    ['RUSSIA AND UKRAINE EXCHANGE 50 PRISONERS', 'Supercalifragilisticexpialidocious !'],
    ['Yes .'],
]


def window_batch(pieces, sentences):
    words = [w for s in sentences for w in s.split()]
    number = [i for i, s in enumerate(sentences) for _ in s.split()]
    ids, first, shapes = pieces.window(words)
    marks = first + [len(ids) - 1]
    piece_shapes = [0] + [shapes[i] for i in range(len(words)) for _ in range(marks[i], marks[i + 1])] + [0]
    batch = {'ids': ids, 'first': first, 'shapes': shapes, 'piece_shapes': piece_shapes}
    return words, number, {k: torch.tensor([v]) for k, v in batch.items()}


def best_heads(arcs, number):
    """Best column of each word among the words of its sentence and the root, itself excepted."""
    masked = arcs.clone()
    for d, own in enumerate(number):
        for h, other in enumerate(number):
            if own != other or d == h:
                masked[d, h + 1] = float('-inf')
    return masked.argmax(-1)


def rounded(tensor):
    return json.loads(json.dumps(tensor.tolist()), parse_float=lambda s: round(float(s), 6))


@torch.no_grad()
def window_scores(net, pieces, sentences):
    words, number, batch = window_batch(pieces, sentences)
    w = net.words(batch)
    scores = {name: rounded(net.scores(name, w)[0]) for name in SIMPLE_HEADS}
    scores['trigger'] = rounded(net.trigger(w)[0])
    arcs = net.arcs(w)[0]
    heads = best_heads(arcs, number)
    anchors = torch.tensor([sorted({0, len(words) // 2, len(words) - 1})])
    scores['arc'] = rounded(arcs)
    scores['rel_at'] = {'heads': heads.tolist(), 'scores': rounded(net.relations(w, heads[None])[0])}
    scores['links'] = {'from': anchors[0].tolist(), 'scores': rounded(net.links(w, anchors)[0])}
    return {'words': words, 'ids': batch['ids'][0].tolist(), 'first': batch['first'][0].tolist(),
            'shapes': batch['shapes'][0].tolist(), 'sentence': number, 'scores': scores}


def write(net, pieces, path):
    net.eval()
    set_int8(net, True)
    windows = [window_scores(net, pieces, sentences) for sentences in WINDOWS]
    with open(path, 'w', encoding='utf8') as file:
        json.dump({'windows': windows}, file, ensure_ascii=False)
        file.write('\n')
