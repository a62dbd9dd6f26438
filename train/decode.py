"""From scores to decisions: trees, name spans, cue spans."""
import torch


def sentence_mask(number):
    """Which columns of the arc scores are candidates: the root, and the other words of the same sentence."""
    same = number[:, :, None] == number[:, None, :]
    same &= (number >= 0)[:, None, :]
    root = torch.ones_like(same[:, :, :1])
    itself = torch.eye(number.shape[1], dtype=torch.bool)[None]
    return torch.cat([root, same & ~itself], 2)


# Greater than any sum of arc scores: the best tree then hangs as few words as it can, one, under the root.
ROOT_COST = 1e6


def tree(scores):
    """Heads (0 the root, j+1 word j) of the best tree with one root; scores is n rows of n+1 (Chu-Liu-Edmonds)."""
    n = len(scores)
    best = [max((h for h in range(n + 1) if h != d + 1), key=row.__getitem__) for d, row in enumerate(scores)]
    if best.count(0) == 1 and not find_cycle(best):
        return best
    edges = {d: {h: scores[d - 1][h] - (0 if h else ROOT_COST) for h in range(n + 1) if h != d} for d in range(1, n + 1)}
    heads = spanning(edges)
    return [heads[d] for d in range(1, n + 1)]


def spanning(edges):
    """Best head of every node in `edges` {dependent: {head: score}}; the one node without an entry is the root."""
    best = {d: max(options, key=options.get) for d, options in edges.items()}
    cycle = cycle_of(best)
    if not cycle:
        return best
    inside, new = set(cycle), object()
    total = {d: edges[d][best[d]] for d in cycle}
    smaller, enter, leave = {}, {}, {}
    smaller[new] = {}
    for d in cycle:
        for h, s in edges[d].items():
            gain = s - total[d]
            if h not in inside and (h not in smaller[new] or gain > smaller[new][h]):
                smaller[new][h], enter[h] = gain, d
    for d, options in edges.items():
        if d in inside:
            continue
        kept = {h: s for h, s in options.items() if h not in inside}
        within = [h for h in options if h in inside]
        if within:
            leave[d] = max(within, key=options.get)
            kept[new] = options[leave[d]]
        smaller[d] = kept
    heads = spanning(smaller)
    out = {d: (leave[d] if h == new else h) for d, h in heads.items() if d != new}
    out.update({d: best[d] for d in cycle})
    out[enter[heads[new]]] = heads[new]
    return out


def cycle_of(best):
    """Nodes of one cycle of the head map, or none."""
    done = set()
    for start in best:
        path, at = [], start
        while at in best and at not in done and at not in path:
            path.append(at)
            at = best[at]
        if at in path:
            return path[path.index(at):]
        done.update(path)
    return []


def find_cycle(heads):
    return cycle_of({d + 1: h for d, h in enumerate(heads) if h})


def bio_spans(tags):
    """{(start, end, kind)} of BIO labels; an I that continues nothing opens a span."""
    out, open_at, kind = set(), None, None
    for i, tag in enumerate(list(tags) + ['O']):
        begins = tag[0] == 'B' or (tag[0] == 'I' and open_at is None) or (tag[0] == 'I' and tag[2:] != kind)
        if open_at is not None and (tag[0] == 'O' or begins):
            out.add((open_at, i, kind))
            open_at = None
        if begins:
            open_at, kind = i, tag[2:]
    return out
