"""Name labels: three annotated sets, and weak ones from the links of short news reports.

A weak text labels only what is certain. Its other capitalised words get no label at all, so that an unlinked name is not learned as none.
"""
import collections
import gzip
import json
import re

from labels import IGNORE, NAME
from titles import Titles, own_list, same_name
from treebank import GUM_GENRES, Sentence
from words import words

INDEX = {label: i for i, label in enumerate(NAME)}
CALENDAR = set('Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August '
               'September October November December'.split())
HONORIFICS = set('Mr. Mrs. Ms. Miss Dr. Mr Mrs Ms Dr President Senator Sen. Rep. Gen. General Col. Colonel Lt. Capt. Captain '
                 'Judge Prof. Professor Minister Sir Lord Lady King Queen Prince Princess Pope Gov. Governor Secretary Rev. '
                 'Sheikh Shaikh Ayatollah Vice Prime'.split())


def read(path):
    with gzip.open(path, 'rt', encoding='utf8') as lines:
        return [json.loads(line) for line in lines]


def annotated_tags(tags):
    return [INDEX.get(tag, 0) for tag in tags]


def wikigold(path):
    return [Sentence(r['tokens'], name=annotated_tags(r['tags']), id=r['id']) for r in read(path)]


def add_gum(docs, path):
    """Put the derived GUM names on the treebank's sentences whose words they match."""
    known = {r['id']: r for r in read(path) if r['genre'] in GUM_GENRES}
    found = 0
    for _, doc in docs:
        for sent in doc:
            r = known.get(sent.id)
            if r and r['tokens'] == sent.words:
                sent.name = annotated_tags(r['tags'])
                found += 1
    return found


def span_labels(labels, start, end, kind):
    labels[start] = INDEX['B-' + kind]
    for i in range(start + 1, end):
        labels[i] = INDEX['I-' + kind]


def joins(sent, i, proper, demonyms):
    """Whether word i belongs to a name although it is no proper noun: "of" inside one, or a capitalised word before one."""
    word = sent.words[i]
    if not (i + 1 < len(proper) and proper[i + 1]):
        return False
    if word in ('-', '&', 'of'):
        return i > 0 and proper[i - 1]
    return word[0].isupper() and sent.tag[i] in ('ADJ', 'NOUN', 'VERB') and word not in demonyms


def proper_runs(sent, demonyms):
    """Word spans of proper nouns and what joins them, without leading honorifics."""
    proper = [tag == 'PROPN' for tag in sent.tag]
    for i in reversed(range(len(proper))):
        proper[i] = proper[i] or joins(sent, i, proper, demonyms)
    i = 0
    while i < len(proper):
        if not proper[i]:
            i += 1
            continue
        start = i
        while i < len(proper) and proper[i]:
            i += 1
        while start < i - 1 and sent.words[start] in HONORIFICS:
            start += 1
        yield start, i


def add_read_list(docs, demonyms):
    """Name labels of treebank sentences by a person's reading of their proper nouns (lists/proper*.tsv); returns the count.

    What the list does not hold gets no label; words that are no part of a proper noun are none.
    """
    kinds = own_list('proper*.tsv')
    if not kinds:
        return 0
    count = 0
    for _, doc in docs:
        for sent in doc:
            labels = [IGNORE if tag in ('PROPN', 'X') else 0 for tag in sent.tag]
            for start, end in proper_runs(sent, demonyms):
                kind = kinds.get(' '.join(sent.words[start:end]))
                labels[start:end] = [0 if kind == 'O' else IGNORE] * (end - start)
                if kind and kind != 'O':
                    span_labels(labels, start, end, kind)
                    count += 1
            sent.name = labels
    return count


class WeakNames:
    """Labels for the linked news reports."""

    def __init__(self, reports, world, common, given_names=()):
        self.titles = Titles(world, given_names)
        self.common = common
        seen = collections.defaultdict(collections.Counter)
        for r in reports:
            for link in r['links']:
                kind = self.link_kind(link)
                if kind:
                    seen[link['text']][kind] += 1
        # A text that one kind owns nearly always is that kind wherever it stands unlinked.
        self.known = {t: c.most_common(1)[0][0] for t, c in seen.items()
                      if c.most_common(1)[0][1] >= 0.9 * sum(c.values()) and (sum(c.values()) > 1 or ' ' in t)}

    def link_kind(self, link):
        text = link['text']
        if not text[:1].isupper() or text in self.titles.demonym:
            return None
        kind = self.titles.kind(link['title'])
        return kind if kind and kind != 'O' and same_name(text, link['title']) else None

    def label(self, report, tokens):
        """Labels of the words of one report; `tokens` are (word, start, end)."""
        labels = [self.plain(tokens, i) for i in range(len(tokens))]
        starts, ends = {t[1]: i for i, t in enumerate(tokens)}, {t[2]: i + 1 for i, t in enumerate(tokens)}
        taken, surnames = [False] * len(tokens), set()
        for link in report['links']:
            a, b = starts.get(link['start']), ends.get(link['end'])
            if a is None or b is None or b <= a:
                continue
            taken[a:b] = [True] * (b - a)
            kind = self.link_kind(link)
            if kind:
                span_labels(labels, a, b, kind)
                if kind == 'PER':
                    surnames.add(tokens[b - 1][0])
        self.label_unlinked(tokens, labels, taken, surnames)
        return labels

    def label_unlinked(self, tokens, labels, taken, surnames):
        i = 0
        while i < len(tokens):
            step = 1
            if not taken[i] and tokens[i][0][0].isupper():
                for length in (5, 4, 3, 2, 1):
                    text = ' '.join(t[0] for t in tokens[i:i + length])
                    kind = self.known.get(text) or ('PER' if length == 1 and text in surnames else None)
                    if kind and not any(taken[i:i + length]) and self.stands_alone(tokens, i, i + length):
                        span_labels(labels, i, i + length, kind)
                        step = length
                        break
            i += step

    @staticmethod
    def stands_alone(tokens, start, end):
        """Not beside another capitalised word: "Gaza" inside "Gaza Health Ministry" is no place."""
        before = tokens[start - 1][0] if start else ''
        after = tokens[end][0] if end < len(tokens) else ''
        return end <= len(tokens) and not after[:1].isupper() and not (before[:1].isupper() and start > 1)

    def plain(self, tokens, i):
        """O for a word that cannot be part of a name, else no label."""
        word = tokens[i][0]
        if not word[0].isupper() or word in CALENDAR or word in self.titles.demonym:
            return 0
        opens = i == 0 or tokens[i - 1][0] in '.?!"“'
        return 0 if opens and word.lower() in self.common and word not in self.titles.place else IGNORE


def weak_sentences(reports, weak):
    """One Sentence a report: windows need no finer cut, since only names are learned from it."""
    out = []
    for r in reports:
        tokens = words(r['text'])
        if tokens and re.search('[a-z]', r['text']):
            out.append(Sentence([t[0] for t in tokens], name=weak.label(r, tokens), id=r['id']))
    return out
