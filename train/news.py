"""Annotated articles and reported statements as labelled word sequences."""
import gzip
import hashlib
import json
from dataclasses import dataclass, field

from labels import IGNORE, REALIS, ROLE, TRIGGER
from words import rough_sentences, words

HELD_STATEMENTS = 16
HELD_EVERY = 20
FOLD_SALT = 'fold '
SHARE_SALT = 'share '
EVENT_ROLES = {'actor': 'actors', 'recipient': 'recipients'}


@dataclass
class Article:
    """Words of one text with a label a word for each head, IGNORE where nothing is known.

    `links` maps an anchor word to {role: set of words}; a role that is missing there is not learned for the anchor.
    """

    id: str
    words: list
    spans: list
    starts: list
    trigger: list
    realis: list
    historical: list
    cue: list
    name: list = None
    links: dict = field(default_factory=dict)


def read(path):
    with gzip.open(path, 'rt', encoding='utf8') as lines:
        return [json.loads(line) for line in lines]


def digest(name):
    return hashlib.sha256(name.encode()).hexdigest()


def held_statements(rows):
    return set(sorted((r['id'] for r in rows), key=digest)[:HELD_STATEMENTS])


@dataclass
class Part:
    """Which annotated texts a run may see: all but one in twenty, all but one fold of several, or a share of those."""

    annotated: bool = True
    fold: tuple = None
    share: int = 100

    def held(self, name):
        if self.fold:
            return int(digest(FOLD_SALT + name), 16) % self.fold[1] == self.fold[0]
        return int(digest(name), 16) % HELD_EVERY == 0

    def seen(self, name):
        return self.annotated and int(digest(SHARE_SALT + name), 16) % 100 < self.share


def blank(row):
    tokens = words(row['text'])
    unknown = [IGNORE] * len(tokens)
    return Article(row['id'], [t[0] for t in tokens], [t[1:] for t in tokens], rough_sentences(tokens, row['text']),
                   *(list(unknown) for _ in range(4)))


def overlapping(article, span):
    """Words that share a character with a half-open span, or none."""
    if not span:
        return []
    return [i for i, (a, b) in enumerate(article.spans) if a < span[1] and span[0] < b]


def put_cue(article, span):
    """BIO labels of a cue; returns its first word."""
    hit = overlapping(article, span)
    for n, i in enumerate(hit):
        article.cue[i] = 1 if n == 0 else 2
    return hit[0] if hit else None


def covered(article, entities):
    """Words of the entities' spans, or None when one of them has no span in the text."""
    if any(not e.get('span') for e in entities):
        return None
    return {i for e in entities for i in overlapping(article, e['span'])}


def add_events(article, row, with_cues):
    article.trigger = [0] * len(article.words)
    for ev in row['events']:
        kind, realis = TRIGGER.index(ev['type']), REALIS.index(ev['realis'])
        for n, mention in enumerate([{'span': ev['trigger_span']}] + ev.get('mentions', [])):
            hit = overlapping(article, mention.get('span'))
            if not hit:
                continue
            article.trigger[hit[0]] = kind
            article.realis[hit[0]] = realis
            article.historical[hit[0]] = int(bool(ev.get('historical')))
            if n == 0:
                add_event_links(article, hit[0], ev)
        if with_cues:
            add_event_cues(article, ev)


def add_event_links(article, anchor, ev):
    links = article.links.setdefault(anchor, {})
    for role, key in EVENT_ROLES.items():
        links[role] = covered(article, ev.get(key, []))
    place = ev.get('place')
    links['place'] = covered(article, [place]) if place else set()


def add_event_cues(article, ev):
    """An event's chain shows cues, but their absence elsewhere shows nothing."""
    if len(ev['attribution']) != 1:
        return
    link = ev['attribution'][0]
    anchor = put_cue(article, link.get('cue_span'))
    if anchor is not None and link.get('span'):
        article.links.setdefault(anchor, {})['source'] = covered(article, [link])


def add_statements(article, row):
    article.cue = [0] * len(article.words)
    for st in row['statements']:
        anchor = put_cue(article, (st.get('cue') or {}).get('span'))
        if anchor is None:
            continue
        links = article.links.setdefault(anchor, {})
        speaker, addressee = st.get('speaker'), st.get('addressee')
        links['source'] = covered(article, [speaker]) if speaker and speaker.get('span') else set()
        links['addressee'] = covered(article, [addressee]) if addressee else set()
        links['content'] = covered(article, st['content'])


def articles(events, statements, part):
    """Merged articles of both sets: (training, held-out events, held-out statements)."""
    later, aside = held_statements(statements), {r['id'] for r in events if part.held(r['id'])}
    events = [r for r in events if r['id'] in aside or part.seen(r['id'])]
    out, by_event, by_statement = {}, [], []
    told = {r['id'] for r in statements}
    for row in events:
        article = out[row['id']] = blank(row)
        add_events(article, row, with_cues=row['id'] not in told)
    for row in statements:
        if row['id'] not in out:
            out[row['id']] = blank(row)
        add_statements(out[row['id']], row)
    for article in out.values():
        if article.id in later:
            by_statement.append(article)
        elif article.id in aside:
            by_event.append(article)
    held = later | aside
    return [a for a in out.values() if a.id not in held], by_event, by_statement
