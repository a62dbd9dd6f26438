"""What each batch is asked to learn."""
import torch
import torch.nn.functional as F

from decode import sentence_mask
from labels import IGNORE

WEIGHT = {'tag': 0.5, 'lemma': 0.3, 'feats': 0.3, 'name': 2.0, 'end': 0.3, 'realis': 0.4, 'historical': 0.3, 'cue': 1.0,
          'trigger': 3.0, 'arc': 1.0, 'relation': 1.0, 'links': 1.5}
# Nine events in ten are actual and recent, three links in four words are none: the rest would be drowned.
REALIS_WEIGHT = [1.0, 4.0, 4.0, 4.0]
HISTORICAL_WEIGHT = [1.0, 2.5]
LINK_POSITIVE = 3.0
NOT_CANDIDATE = -1e9


def entropy(scores, gold, weight=None):
    scores = scores.float().reshape(-1, scores.shape[-1])
    weight = None if weight is None else torch.tensor(weight)
    return F.cross_entropy(scores, gold.reshape(-1), weight=weight, ignore_index=IGNORE)


def batch_losses(net, batch, name_weight=1.0):
    """Losses by head, each already weighted, for the labels the batch has."""
    words = net.words(batch)
    out = {}
    for head in ('tag', 'lemma', 'feats', 'end', 'name', 'cue'):
        if head in batch:
            out[head] = WEIGHT[head] * entropy(net.scores(head, words), batch[head])
    if 'name' in out:
        out['name'] = out['name'] * name_weight
    if 'trigger' in batch:
        out['trigger'] = WEIGHT['trigger'] * entropy(net.trigger(words), batch['trigger'])
    for head, balance in (('realis', REALIS_WEIGHT), ('historical', HISTORICAL_WEIGHT)):
        if head in batch:
            out[head] = WEIGHT[head] * entropy(net.scores(head, words), batch[head], balance)
    if 'heads' in batch:
        out.update(tree_losses(net, words, batch))
    if 'links' in batch:
        out['links'] = WEIGHT['links'] * link_loss(net.links(words, batch['anchors']), batch['links'])
    return out


def tree_losses(net, words, batch):
    arcs = net.arcs(words).float().masked_fill(~sentence_mask(batch['number']), NOT_CANDIDATE)
    relations = net.relations(words, batch['heads'].clamp(min=0))
    return {'arc': WEIGHT['arc'] * entropy(arcs, batch['heads']),
            'relation': WEIGHT['relation'] * entropy(relations, batch['relation'])}


def link_loss(scores, target):
    told = target != IGNORE
    if not told.any():
        return scores.sum() * 0
    return F.binary_cross_entropy_with_logits(scores.float()[told], target[told], pos_weight=torch.tensor(LINK_POSITIVE))
