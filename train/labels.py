"""The label lists of every head, and the rules that turn treebank columns into labels."""
import collections

TAG = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split()
NAME = 'O B-PER I-PER B-ORG I-ORG B-LOC I-LOC'.split()
TRIGGER = ('none AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION '
           'MOBILIZE COERCE ASSAULT').split()
REALIS = 'actual future hypothetical negated'.split()
ROLE = 'actor recipient place source content addressee'.split()
FIXED = {
    'tag': TAG, 'name': NAME, 'trigger': TRIGGER, 'realis': REALIS, 'role': ROLE,
    'end': ['no', 'yes'], 'historical': ['no', 'yes'], 'cue': ['O', 'B', 'I'],
}
KEPT_FEATURES = {'Mood', 'Number', 'Person', 'Tense', 'VerbForm', 'Voice', 'Degree', 'Polarity'}
RAREST = 3
LONGEST_CUT = 4
IGNORE = -100


def feats_label(column):
    """The treebank's feature column with only the kept features, or "_"."""
    kept = [kv for kv in column.split('|') if kv.split('=')[0] in KEPT_FEATURES]
    return '|'.join(kept) or '_'


def lemma_label(form, lemma):
    """How to get the lemma from the form: cut and append on the lower-cased form, or on the form itself.

    A lemma that shares too little with its form is written out, so that "better" gives "=good" and not a rule
    that would be wrong for every other word of six letters.
    """
    case = 'l' if lemma == lemma.lower() else 'k'
    base = form.lower() if case == 'l' else form
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    cut = len(base) - same
    return f'{case};{cut};{lemma[same:]}' if cut <= LONGEST_CUT else '=' + lemma


def apply_lemma(label, form):
    """The lemma that a label gives for a form; a cut longer than the form leaves the form."""
    if label.startswith('='):
        return label[1:]
    case, cut, append = label.split(';', 2)
    base, cut = (form.lower() if case == 'l' else form), int(cut)
    return base[:len(base) - cut] + append if cut <= len(base) else base


def collect(sentences):
    """Label lists of the open heads, as seen often enough in the treebanks, most frequent first."""
    lemma, feats, relation = collections.Counter(), collections.Counter(), collections.Counter()
    for s in sentences:
        lemma.update(s.lemma)
        feats.update(s.feats)
        relation.update(s.relation)

    def often(counter, least):
        return [k for k, n in sorted(counter.items(), key=lambda kv: (-kv[1], kv[0])) if n >= least]

    return dict(FIXED, lemma=often(lemma, RAREST), feats=often(feats, RAREST), relation=sorted(relation))


def indexes(labels):
    return {head: {label: i for i, label in enumerate(names)} for head, names in labels.items()}
