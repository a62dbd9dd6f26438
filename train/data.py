"""Everything that is trained on and measured on, from the shared data folder; only class P material is trained on."""
import collections
import os
from dataclasses import dataclass

import labels
import names
import news
import titles
import treebank


@dataclass
class Material:
    """Documents, articles and weakly labelled reports of one training."""

    labels: dict
    docs: list
    names: list
    weak: list
    articles: list
    held_events: list
    held_statements: list


def excluded(folder):
    with open(os.path.join(folder, '..', 'gold', 'EXCLUDE.txt'), encoding='utf8') as lines:
        return {line.strip() for line in lines if line.strip()}


def path_of(folder, *parts):
    return os.path.join(folder, *parts)


def annotated(folder):
    """The files of annotated texts: the shared ones, and those of this folder (data/README.md)."""
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data')
    return [path_of(folder, 'annotated', 'train.jsonl.gz')] + [os.path.join(here, name) for name in ('news.jsonl.gz', 'own.jsonl.gz')]


def common_words(docs):
    """Words that the treebanks write in lower case five times or more."""
    seen = collections.Counter(w for _, doc in docs for s in doc for w in s.words if w.islower())
    return {w for w, n in seen.items() if n >= 5}


def given_names(docs, gold):
    """First words of the annotated persons of two words or more."""
    out = set()
    first, inside = labels.NAME.index('B-PER'), labels.NAME.index('I-PER')
    for sent in [s for _, doc in docs for s in doc] + gold:
        for i, tag in enumerate(sent.name or []):
            if tag == first and i + 1 < len(sent.name) and sent.name[i + 1] == inside and sent.words[i].istitle():
                out.add(sent.words[i])
    return out - names.HONORIFICS


def load(folder, part, report=print):
    """Reads all training material; `part` says which of the annotated texts."""
    banned = excluded(folder)
    ewt = list(treebank.documents(path_of(folder, 'treebank', 'en_ewt-ud-train.conllu.gz')))
    gum = treebank.open_genres(treebank.documents(path_of(folder, 'treebank', 'en_gum-ud-train.conllu.gz')))
    found = names.add_gum(gum, path_of(folder, 'names', 'gum_named_derived.train.jsonl.gz'))
    gold = names.wikigold(path_of(folder, 'names', 'wikigold.dev.jsonl.gz'))
    listed = names.add_read_list(ewt, titles.demonyms(path_of(folder, 'world')))
    docs = ewt + gum
    events = [r for path in annotated(folder) for r in news.read(path) if r['id'] not in banned]
    statements = [r for r in news.read(path_of(folder, 'statements', 'train.jsonl.gz')) if r['id'] not in banned]
    articles, held_events, held_statements = news.articles(events, statements, part)
    weak = add_weak(folder, banned, docs, gold, articles, held_events + held_statements)
    material = Material(labels.collect(s for _, doc in docs for s in doc), docs, gold, weak, articles, held_events, held_statements)
    report(f'treebank sentences {sum(len(d) for _, d in docs)} (GUM named {found}, EWT names by list {listed}); '
           f'wikigold {len(gold)}; weak reports {len(weak)}; articles {len(articles)}, '
           f'held out {len(held_events)} for events and {len(held_statements)} for statements')
    return material


def add_weak(folder, banned, docs, gold, articles, held):
    """Weak name labels: put on the annotated reports that are among the linked ones, returned for the others."""
    reports = [r for r in names.read(path_of(folder, 'news', 'wikipedia_current_events.dev.jsonl.gz')) if r['id'] not in banned]
    weak = names.WeakNames(reports, path_of(folder, 'world'), common_words(docs), given_names(docs, gold))
    by_id = {r['id']: r for r in reports}
    for article in articles:
        r = by_id.get(article.id)
        if r:
            article.name = weak.label(r, [(w, a, b) for w, (a, b) in zip(article.words, article.spans)])
    used = {a.id for a in articles + held}
    return names.weak_sentences([r for r in reports if r['id'] not in used], weak)


@dataclass
class Tests:
    """What the net is measured on; none of it is trained on."""

    ewt: list
    gum: list
    names: list
    gold: list


def load_tests(folder):
    gold_names = {tuple(r['tokens']): names.annotated_tags(r['tags'])
                  for r in names.read(path_of(folder, 'names', 'uner_ewt.dev.jsonl.gz'))}
    ewt = list(treebank.documents(path_of(folder, 'treebank', 'en_ewt-ud-dev.conllu.gz')))
    for _, doc in ewt:
        for sent in doc:
            sent.name = gold_names.get(tuple(sent.words))
    gum = list(treebank.documents(path_of(folder, 'treebank', 'en_gum-ud-dev.conllu.gz')))
    import json
    with open(path_of(folder, '..', 'gold', 'dev.jsonl'), encoding='utf8') as lines:
        rows = [json.loads(line) for line in lines]
    gold = []
    for row in rows:
        article = news.blank(row)
        news.add_events(article, row, with_cues=True)
        gold.append((article, row))
    return Tests(ewt, gum, [s for _, doc in ewt for s in doc if s.name], gold)
