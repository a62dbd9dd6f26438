"""Universal Dependencies treebanks: documents of sentences with their paragraph ends."""
import gzip
from dataclasses import dataclass, field

from labels import feats_label, lemma_label

GUM_GENRES = ('news', 'interview', 'voyage', 'bio')


@dataclass
class Sentence:
    """One sentence; heads count words from 1 and 0 is the root, as in the treebank."""

    words: list
    tag: list = field(default_factory=list)
    head: list = field(default_factory=list)
    relation: list = field(default_factory=list)
    lemma: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    name: list = None
    id: str = ''
    ends_paragraph: bool = False


def open_text(path):
    return gzip.open(path, 'rt', encoding='utf8') if path.endswith('.gz') else open(path, encoding='utf8')


def documents(path):
    """Yields (document id, sentences)."""
    name, doc, sent = '', [], Sentence([])
    fresh = False
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip('\n')
            if line.startswith('# newdoc'):
                if doc:
                    doc[-1].ends_paragraph = True
                    yield name, doc
                name, doc = line.split('=', 1)[1].strip(), []
            elif line.startswith('# newpar'):
                fresh = True
            elif line.startswith('# sent_id'):
                sent.id = line.split('=', 1)[1].strip()
            elif line and line[0] != '#':
                add_word(sent, line.split('\t'))
            elif not line and sent.words:
                if fresh and doc:
                    doc[-1].ends_paragraph = True
                doc.append(sent)
                sent, fresh = Sentence([]), False
    if doc:
        doc[-1].ends_paragraph = True
        yield name, doc


def add_word(sent, columns):
    if not columns[0].isdigit():
        return
    form, lemma = columns[1], columns[2]
    sent.words.append(form)
    sent.tag.append(columns[3])
    sent.feats.append(feats_label(columns[5]))
    sent.head.append(int(columns[6]))
    sent.relation.append(columns[7])
    sent.lemma.append(lemma_label(form, lemma))
    sent.lemmas.append(lemma)


def gum_genre(document):
    return document.split('_')[1]


def open_genres(docs):
    """Only the GUM documents whose licence lets weights be trained on them and shipped."""
    return [(name, doc) for name, doc in docs if gum_genre(name) in GUM_GENRES]
