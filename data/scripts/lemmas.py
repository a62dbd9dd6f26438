"""Writes data/lang/lemmas.tsv: form, tag and lemma of the words of the treebanks, and irregular words written by hand.

usage: lemmas.py ../shared/data >data/lang/lemmas.tsv

From EWT train and the openly licensed genres of GUM train (CC BY-SA 4.0, CC BY): for each lower-case form and tag its most frequent
lemma. data/scripts/irregular.tsv adds irregular forms, and words of news and of the codebook that these treebanks lack: a verb or noun
that a rule names must stand there, or the net spells its lemma by rules of its own ("airstrik").
"""
import collections
import gzip
import os
import sys

TAGS = {'VERB', 'NOUN', 'ADJ', 'ADV', 'AUX'}
OPEN_GENRES = {'news', 'interview', 'voyage', 'bio'}


def words(path):
    is_open = True
    with gzip.open(path, 'rt', encoding='utf8') as lines:
        for line in lines:
            if line.startswith('# newdoc') and 'GUM_' in line:
                is_open = line.split('GUM_')[1].split('_')[0] in OPEN_GENRES
            columns = line.split('\t')
            if is_open and len(columns) == 10 and columns[0].isdigit() and columns[3] in TAGS:
                yield columns[1].lower(), columns[3], columns[2]


def main():
    counts = collections.defaultdict(collections.Counter)
    for name in ('en_ewt-ud-train', 'en_gum-ud-train'):
        for form, tag, lemma in words(f'{sys.argv[1]}/treebank/{name}.conllu.gz'):
            if form.isalpha() and lemma.isalpha() and lemma == lemma.lower():
                counts[form, tag][lemma] += 1
    table = {key: sorted(c.items(), key=lambda x: (-x[1], x[0]))[0][0] for key, c in counts.items()}
    with open(os.path.join(os.path.dirname(__file__), 'irregular.tsv'), encoding='utf8') as lines:
        for line in lines:
            form, tag, lemma = line.rstrip('\n').split('\t')
            table.setdefault((form, tag), lemma)
    print('form\ttag\tlemma')
    for (form, tag), lemma in sorted(table.items()):
        print(f'{form}\t{tag}\t{lemma}')


if __name__ == '__main__':
    main()
