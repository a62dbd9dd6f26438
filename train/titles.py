"""Person, organisation or place: what kind of thing a Wikipedia article is about, by its title alone.

Only titles that are certain get a kind. The world tables decide first, then lists read by a person (lists/*.tsv), then closing words that
name a kind ("Ministry", "Province"), and last a known given name before a family name.
"""
import csv
import glob
import gzip
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ('PER', 'ORG', 'LOC')
ORGANISATION = re.compile(
    r'\b(Army|Armed Forces|Defense Forces|Defence Forces|Air Force|Navy|Ministry|Party|Court|Parliament|University|Police|'
    r'Organi[sz]ation|Union|Council|Commission|Agency|Corporation|Company|Inc\.|Bank|Department|Federation|Assembly|'
    r'Senate|Airlines|Airways|Congress|Committee|Authority|Forces|Bureau|Institute|Foundation|Association|Guard|Brigades|'
    r'National Front|F\.C\.|Football Club|Times|Post|Knesset|Bundestag|Duma|House of Representatives|House of Commons)$'
    r'|^(Government|Ministry|University|Bank|Parliament|Supreme Court|Department|Organi[sz]ation) of\b')
PLACE = re.compile(
    r'\b(Province|District|River|Lake|Island|Islands|Mountains|City|Sea|Governorate|Oblast|Strip|West Bank|County|Valley|'
    r'Region|Department|Prefecture|Peninsula|Ocean|Gulf|Desert)$|^(Strait|Gulf|Sea|Lake|Mount|Province) (of )?[A-Z]')
LARGE_TOWN = 15000
LEADER_TABLES = (('world_leaders_2021_wikidata.tsv', 'officeholderLabel'), ('world_leaders_2021_wikipedia.tsv', 'officeholderlabel'),
                 ('world_leaders_current_2026.tsv', 'name'))


def rows(path):
    text = gzip.open(path, 'rt', encoding='utf8') if path.endswith('.gz') else open(path, encoding='utf8')
    with text:
        yield from csv.DictReader(text, delimiter='\t', quoting=csv.QUOTE_NONE)


def bare(title):
    """The title without its bracketed distinction."""
    return re.sub(r' \(.*\)$', '', title)


def own_list(name):
    """A list read by a person: text and kind, tab-separated; kind O is read as "not a name"."""
    out = {}
    for path in sorted(glob.glob(os.path.join(HERE, 'lists', name))):
        with open(path, encoding='utf8') as lines:
            for line in lines:
                if line.strip() and not line.startswith('#'):
                    text, kind = line.rstrip('\n').split('\t')[:2]
                    out[text] = kind
    return out


def demonyms(world):
    """Words for the people of a country, which name nobody: "French", "Iraqis"."""
    out = set('Arab European African Asian Western American Sunni Shiite Muslim Christian Jewish Kurdish Soviet Latin Hindu'.split())
    for r in rows(os.path.join(world, 'countries.tsv')):
        out |= {r['demonym_m'], r['demonym_f']}
    return (out | {d + 's' for d in out}) - {'', 's'}


class Titles:
    """Kinds of titles by the tables in `world`."""

    def __init__(self, world, given_names=()):
        self.place, self.town, self.demonym = set(), set(), demonyms(world)
        for r in rows(os.path.join(world, 'countries.tsv')):
            self.place |= {r['name'], r['official']} | set(r['capitals'].split('|'))
        self.place |= {r['name'] for r in rows(os.path.join(world, 'admin1.tsv'))}
        for r in rows(os.path.join(world, 'cities_1000.tsv.gz')):
            if int(r['population'] or 0) >= LARGE_TOWN:
                self.town.add(r['name'])
        self.person = set()
        for table, column in LEADER_TABLES:
            self.person |= {bare(r[column]) for r in rows(os.path.join(world, table)) if r[column]}
        self.place.discard('')
        self.given = {n.split()[0] for n in self.person if len(n.split()) > 1} | set(given_names)
        self.given -= self.place | self.town | self.demonym
        self.read = own_list('titles*.tsv')

    def kind(self, title):
        """PER, ORG, LOC, O for what is certainly no name, or None."""
        if title in self.read:
            return self.read[title]
        name = bare(title)
        if name in self.person:
            return 'PER'
        if name in self.place:
            return 'LOC'
        if ORGANISATION.search(name):
            return 'ORG'
        if PLACE.search(name) or name in self.town:
            return 'LOC'
        first, comma, rest = name.partition(', ')
        if comma and first in self.town | self.place and rest.split(', ')[-1] in self.place:
            return 'LOC'
        return 'PER' if self.looks_personal(name) else None

    def looks_personal(self, name):
        parts = name.split()
        plain = all(re.fullmatch(r"[^\W\d_]+(['’.-][^\W\d_]+)*\.?", p) and p[0].isupper() for p in parts)
        return 2 <= len(parts) <= 3 and plain and parts[0] in self.given and parts[-1] not in self.place | self.demonym


def same_name(text, title):
    """Whether a link's text is a form of the title's own name: itself, a part of it, or its initials."""
    name = bare(title)
    if text == name or text in name.split(', ')[0]:
        return bool(text)
    initials = ''.join(w[0] for w in name.split() if w[0].isupper())
    return len(text) > 1 and text.replace('.', '') == initials
