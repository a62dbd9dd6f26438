"""What happens with a trained net: figures in float and int8, export, parity file, scores and card."""
import json
import os

import card
import evaluate
import export
import labels as label_lists
import parity
from quant import set_int8
from treebank import GUM_GENRES, gum_genre


def quick_figures(net, pieces, material, tests, index):
    """The figures worth watching during training."""
    names = [d for d in tests.ewt if any(s.name for s in d[1])]
    return {'ewt': evaluate.parse(net, pieces, material.labels, index, tests.ewt),
            'names': evaluate.names(net, pieces, index, names),
            'held events': evaluate.events(net, pieces, material.held_events),
            'held statements': evaluate.statements(net, pieces, material.held_statements)}


def all_figures(net, pieces, material, tests, index):
    """Every figure of the card."""
    out = quick_figures(net, pieces, material, tests, index)
    out['ewt, sentences alone'] = evaluate.parse(net, pieces, material.labels, index, tests.ewt, limit=0)
    out['names, sentences alone'] = evaluate.names(net, pieces, index, tests.ewt, limit=0)
    out['gum'] = evaluate.parse(net, pieces, material.labels, index, tests.gum)
    for genre in GUM_GENRES:
        docs = [d for d in tests.gum if gum_genre(d[0]) == genre]
        if docs:
            out[f'gum {genre}'] = evaluate.parse(net, pieces, material.labels, index, docs)
    docs = [d for d in tests.gum if gum_genre(d[0]) in GUM_GENRES]
    if docs:
        out['gum, open genres'] = evaluate.parse(net, pieces, material.labels, index, docs)
    out['gold dev events'] = evaluate.events(net, pieces, [article for article, _ in tests.gold])
    return out


def finish(run, pieces, material, tests, args, say):
    """Ships the averaged net where --model and --parity say, and measures it."""
    if args.model:
        export.write(run.net, material.labels, pieces.vocab, args.model)
    if args.parity:
        os.makedirs(os.path.dirname(os.path.abspath(args.parity)), exist_ok=True)
        parity.write(run.net, pieces, args.parity)
    index, figures = label_lists.indexes(material.labels), {}
    for kind in ('float', 'int8') if args.model else ('float',):
        set_int8(run.net, kind == 'int8')
        figures[kind] = all_figures(run.net, pieces, material, tests, index)
        for name, value in figures[kind].items():
            say(f'{kind} {name}: {json.dumps(value)}')
    if args.model:
        with open(os.path.join(args.model, 'scores.json'), 'w', encoding='utf8') as file:
            json.dump(figures, file, indent=1)
            file.write('\n')
        card.write(run, material, figures, os.path.join(args.model, 'CARD.md'))
