"""Trains every head of the net at once.

usage: train.py --config configs/full.toml --data ../../shared/data --out FOLDER [--start STATE] [--fold K/N] [--share PERCENT]
                [--model ../data/model] [--parity FILE]

Checkpoints and the log go to --out, which should lie outside the work tree; a run that was stopped goes on from its
checkpoint. A new one starts from the averaged weights of STATE (the checkpoint of another run), or from MiniLM. --fold
holds out the annotated texts of one fold by the sha256 of their id, --share trains on that part of the others. With
--model the trained net, its scores and its card are written there.
"""
import argparse
import collections
import json
import os
import random
import time
import tomllib

import torch

import data
import finish
import labels as label_lists
import news
from losses import batch_losses
from model import Net, Size, in_encoder, load_encoder
from pieces import Pieces, minilm
from quant import set_int8
from windows import article_windows, batches, collate, cut_randomly, treebank_window

RARE_TYPES = {label_lists.TRIGGER.index(t) for t in 'AID COOPERATE MOBILIZE CONSULT RETREAT'.split()}
EVENT_HEADS = ('trigger', 'link_', 'head.realis', 'head.historical', 'head.cue')
STATEMENT_COPIES = 3
AVERAGE_EVERY = 4


class Feed:
    """Endless batches of one kind; `make` gives the windows of a fresh pass."""

    def __init__(self, make, size, rng):
        self.make, self.size, self.rng = make, size, rng
        self.left, self.passes = [], 0

    def next(self):
        if not self.left:
            self.left = batches(self.make(), self.size, self.rng)
            self.passes += 1
        return collate(self.left.pop())


def parse_windows(material, pieces, index, config, rng):
    out = []
    for _, doc in material.docs:
        out += cut_randomly(pieces, index, doc, rng, config['single_sentences'], config['max_pieces'])
    weak = [s for s in material.weak if rng.random() < config['weak_share']]
    alone = [treebank_window(pieces, index, [s]) for s in material.names + weak]
    return out + [w for w in alone if len(w.ids) <= config['max_pieces']]


def event_windows(material, pieces, config, rng):
    out = []
    for article in material.articles:
        told = 0 in article.cue
        rare = any(t in RARE_TYPES for t in article.trigger)
        for _ in range(STATEMENT_COPIES if told else 2 if rare else 1):
            out += article_windows(pieces, article, config['max_pieces'], rng)
    return out


class Average:
    """Moving average of the weights."""

    def __init__(self, net, decay):
        self.decay = decay ** AVERAGE_EVERY
        self.values = [p.detach().clone() for p in net.parameters()]

    def add(self, net, step):
        keep = min(self.decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(self.values, [p.detach() for p in net.parameters()], 1 - keep)

    def swap(self, net):
        """Exchanges averaged and current weights; a second call restores both."""
        for mine, p in zip(self.values, net.parameters()):
            current = p.detach().clone()
            p.data.copy_(mine)
            mine.copy_(current)


class Run:
    """State of one training: net, optimiser, average, and how much of the time is used."""

    def __init__(self, config, names, out):
        self.config, self.out = config, out
        self.net = Net(Size(layers=config['layers']), names)
        load_encoder(self.net, os.path.join(minilm(), 'model.safetensors'))
        groups = collections.defaultdict(list)
        for name, p in self.net.named_parameters():
            groups['encoder' if in_encoder(name) else 'event' if name.startswith(EVENT_HEADS) else 'parse'].append(p)
        self.optimiser = torch.optim.AdamW(
            [{'params': ps, 'rate': config[f'{kind}_rate'], 'lr': 0.0} for kind, ps in groups.items()],
            betas=(0.9, 0.98), weight_decay=0.01)
        self.average = Average(self.net, config['average'])
        self.step, self.used = 0, 0.0

    def path(self):
        return os.path.join(self.out, 'state.pt')

    def save(self):
        state = {'net': self.net.state_dict(), 'optimiser': self.optimiser.state_dict(), 'average': self.average.values,
                 'step': self.step, 'used': self.used}
        torch.save(state, self.path() + '.part')
        os.replace(self.path() + '.part', self.path())

    def resume(self):
        if not os.path.exists(self.path()):
            return False
        state = torch.load(self.path(), map_location='cpu')
        self.net.load_state_dict(state['net'])
        self.optimiser.load_state_dict(state['optimiser'])
        self.average.values = state['average']
        self.step, self.used = state['step'], state['used']
        return True

    def start(self, path):
        """Takes the averaged weights of another run's checkpoint, nothing else."""
        state = torch.load(path, map_location='cpu')
        self.net.load_state_dict(state['net'])
        for mine, p, value in zip(self.average.values, self.net.parameters(), state['average']):
            p.data.copy_(value)
            mine.copy_(value)

    def done(self):
        return self.used / (60 * self.config['minutes'])

    def set_rates(self):
        share = min(1, (self.step + 1) / self.config['warm_up']) * max(self.config['last_rate'], 1 - self.done())
        for group in self.optimiser.param_groups:
            group['lr'] = group['rate'] * share

    def learn(self, batch):
        self.set_rates()
        losses = batch_losses(self.net, batch)
        self.optimiser.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            self.average.add(self.net, self.step)
        return {k: float(v) for k, v in losses.items()}


def loop(run, feeds, say, measure):
    """Trains until the time is used, counted in processor time of one thread, so that other work on the machine costs no steps; evaluation and
    saving do not count."""
    config, seen = run.config, collections.defaultdict(list)
    saved, measured = run.used, run.used
    run.net.train()
    while run.done() < 1:
        began = time.process_time()
        set_int8(run.net, run.done() >= config['int8_from'])
        feed = feeds['event' if run.step % config['event_every'] == config['event_every'] - 1 else 'parse']
        for head, value in run.learn(feed.next()).items():
            seen[head].append(value)
        run.used += (time.process_time() - began) / config['threads']
        if run.step % 200 == 0:
            means = {k: round(sum(v) / len(v), 3) for k, v in sorted(seen.items())}
            passes = {k: f.passes for k, f in feeds.items()}
            say(f'step {run.step} {run.used / 60:.1f} min passes {passes} {means}')
            seen.clear()
        if run.used - saved > 60 * config['checkpoint_minutes']:
            run.save()
            saved = run.used
        if run.used - measured > 60 * config['figures_minutes']:
            measure()
            measured = run.used
    run.save()


def sliced(material, share):
    """A part of every set, for the trial of the whole line."""
    for key in ('docs', 'names', 'weak', 'articles', 'held_events', 'held_statements'):
        whole = getattr(material, key)
        setattr(material, key, whole[:max(2, int(len(whole) * share))])


def fold(text):
    """K/N with K from 0 to N-1."""
    k, _, n = text.partition('/')
    if not (k.isdigit() and n.isdigit() and int(k) < int(n)):
        raise argparse.ArgumentTypeError('write K/N with K from 0 to N-1')
    return int(k), int(n)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('config', 'data', 'out'):
        parser.add_argument('--' + name, required=True)
    for name in ('start', 'model', 'parity'):
        parser.add_argument('--' + name)
    parser.add_argument('--fold', type=fold, help='K/N: hold out fold K of N, counted from 0')
    parser.add_argument('--share', type=int, default=100, help='per cent of the annotated texts to train on')
    return parser.parse_args()


def main():
    args = arguments()
    with open(args.config, 'rb') as file:
        config = tomllib.load(file)
    os.makedirs(args.out, exist_ok=True)
    log = open(os.path.join(args.out, 'log'), 'a', encoding='utf8')

    def say(line):
        print(line, flush=True)
        print(line, file=log, flush=True)

    torch.set_num_threads(config['threads'])
    torch.manual_seed(config['seed'])
    rng = random.Random(config['seed'])
    part = news.Part(config['annotated'], args.fold, args.share)
    material, tests, pieces = data.load(args.data, part, say), data.load_tests(args.data), Pieces()
    if 'slice' in config:
        sliced(material, config['slice'])
        sliced_tests(tests, config['slice'])
    index = label_lists.indexes(material.labels)
    run = Run(config, material.labels, args.out)
    if run.resume():
        say(f'going on from step {run.step}, {run.used / 60:.1f} minutes used')
        rng.seed(config['seed'] + run.step)
    elif args.start:
        run.start(args.start)
    feeds = {'parse': Feed(lambda: parse_windows(material, pieces, index, config, rng), config['pieces'], rng),
             'event': Feed(lambda: event_windows(material, pieces, config, rng), config['pieces'], rng)}

    def measure():
        run.average.swap(run.net)
        say(json.dumps(finish.quick_figures(run.net, pieces, material, tests, index)))
        run.average.swap(run.net)
        run.net.train()

    loop(run, feeds, say, measure)
    run.average.swap(run.net)
    finish.finish(run, pieces, material, tests, args, say)


def sliced_tests(tests, share):
    for key in ('ewt', 'gum', 'gold'):
        whole = getattr(tests, key)
        setattr(tests, key, whole[:max(2, int(len(whole) * share))])


if __name__ == '__main__':
    main()
