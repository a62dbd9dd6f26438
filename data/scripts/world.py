"""world.py SHARED_WORLD OUT: makes the tables of data/world that are not written by hand.

SHARED_WORLD is shared/data/world, OUT is data/world. Reads countries (ODbL), world_leaders_* (CC0, CC BY-SA),
actors_phoenix and agents (MIT), armed_groups_ucdp (CC BY), news_outlets (CC BY-SA); all class P. The same input
gives the same bytes. The hand-written tables (state_words, *_own) are never touched.
"""
import csv, gzip, io, os, re, sys, unicodedata

SRC, OUT = sys.argv[1], sys.argv[2]

# Dependencies and the state that speaks for them (manual, ruling 18). HKG, MAC, TWN, PSE, ESH stay apart.
CONTROLLER = {}
for controller, codes in {
    'USA': 'ASM GUM MNP PRI VIR UMI', 'GBR': 'AIA BMU VGB CYM FLK GIB GGY IMN IOT JEY MSR PCN SHN SGS TCA',
    'FRA': 'ATF BLM GLP GUF MAF MTQ MYT NCL PYF REU SPM WLF', 'NLD': 'ABW BES CUW SXM', 'DNK': 'FRO GRL',
    'NOR': 'BVT SJM', 'AUS': 'CCK CXR HMD NFK', 'NZL': 'COK NIU TKL', 'FIN': 'ALA'}.items():
    for code in codes.split():
        CONTROLLER[code] = controller
# Names that running text uses for something else.
UNSAFE = {'Island', 'Man', 'Mann', 'Jersey', 'The Valley', 'The Bottom', 'Victoria', 'Kingston', 'Hamilton', 'Stanley',
          'Georgetown', 'George Town', 'Plymouth', 'Douglas', 'Nassau', 'Praia', 'Santiago', 'San José', 'San Juan',
          'Indian', 'American', 'French', 'Norwegian', 'Dutch', 'Vatican', 'Cape Town', 'Bloemfontein', 'Saint-Denis',
          'Saint-Pierre', 'Jamestown', 'West Island', 'Moresby', 'Saba', 'Alger', 'Timor', 'Dominique', 'Holland',
          'Thai', 'Lao', 'Prathet', 'Viti', 'Rumania', 'Martinique', 'Amsterdam', 'Virgin Islander', 'Channel Islander',
          'Heard', 'Guiana', 'Central African', 'Gibraltar', 'Djibouti', 'Monaco', 'Singapore', 'Luxembourg', 'Colombo'}


def latin(s):
    return all(ord(c) < 0x250 or 0x1e00 <= ord(c) < 0x2070 for c in s)


def rows(name):
    path = os.path.join(SRC, name)
    raw = gzip.open(path).read() if name.endswith('.gz') else open(path, 'rb').read()
    return list(csv.DictReader(io.StringIO(raw.decode('utf8', 'replace')), delimiter='\t', quoting=csv.QUOTE_NONE))


def write(name, header, lines):
    body = sorted({tuple(str(x).strip() for x in line) for line in lines})
    with open(os.path.join(OUT, name), 'w', encoding='utf8', newline='\n') as out:
        out.write('\t'.join(header.split()) + '\n')
        for line in body:
            assert not any('\t' in x or '\n' in x for x in line), line
            out.write('\t'.join(line) + '\n')
    print(name, len(body))


def iso3(row):
    return {'UNK': 'XKX'}.get(row['cca3'], row['cca3'])


def states():
    out, codes, byname = [], {}, {}
    for r in rows('countries.tsv'):
        code = iso3(r)
        if code == 'ATA':
            continue
        names = [n for n in [r['name'], r['official']] + r['alt_spellings'].split('|')
                 if latin(n) and len(n) > 3 and ',' not in n and '(' not in n and n not in UNSAFE]
        demonyms = [d.strip() for d in re.split(r',| or ', r['demonym_m'])]
        demonyms = [d for d in demonyms if d and d not in UNSAFE] if code not in CONTROLLER else [
            d for d in demonyms if d and d not in UNSAFE and ' ' not in d]
        adjectives = [d for d in demonyms if not d.endswith(('er', 'landers'))]
        people = [d + 's' for d in demonyms if not d.endswith(('ese', 's', 'sh', 'ch', 'z'))]
        capitals = [c for c in r['capitals'].split('|') if c and c not in UNSAFE]
        capital = '' if code in CONTROLLER or not capitals else capitals[0]
        out.append((code, r['cca2'], r['name'], CONTROLLER.get(code, ''), '|'.join(dict.fromkeys(names)),
                    '|'.join(adjectives), '|'.join(people), capital))
        codes[r['cca2']] = code
        for n in names + [r['name']]:
            byname[n.lower()] = code
    write('states.tsv', 'iso3 iso2 name controller names adjectives people capital', out)
    return codes, byname


# Words by which the leaders tables name an office, and the code of the office in our tables.
OFFICES = [('prime minister', 'prime-minister'), ('chancellor', 'prime-minister'), ('premier', 'prime-minister'),
           ('taoiseach', 'prime-minister'), ('chairman of the council of ministers', 'prime-minister'),
           ('president', 'president'), ('king', 'monarch'), ('queen', 'monarch'), ('monarch', 'monarch'),
           ('emperor', 'monarch'), ('emir', 'monarch'), ('sultan', 'monarch'), ('grand duke', 'monarch'),
           ('prince', 'monarch'), ('supreme leader', 'supreme-leader')]
NO_OFFICE = ('national assembly', 'deputy', 'vice', 'governor-general', 'council', 'movement', 'swiss confederation', 'parliament', 'party', 'co-prince')


def office(label):
    low = label.lower()
    if any(x in low for x in NO_OFFICE):
        return ''
    return next((code for word, code in OFFICES if re.search(r'\b' + word, low)), '')


EXTRA = {'congo–brazzaville (republic of the congo)': 'COG', 'congo–kinshasa (democratic republic of the congo)': 'COD',
         'people\'s republic of china': 'CHN', 'the gambia': 'GMB', 'the bahamas': 'BHS', 'turkey': 'TUR', 'czech republic': 'CZE',
         'republic of ireland': 'IRL', 'state of palestine': 'PSE', 'east timor': 'TLS', 'kingdom of denmark': 'DNK',
         'kingdom of the netherlands': 'NLD', 'democratic republic of the congo': 'COD', 'republic of the congo': 'COG',
         'european union': 'EUR', 'african union': 'IGO', 'vatican city': 'VAT', 'federated states of micronesia': 'FSM'}


def leaders(codes, byname, own):
    out = []

    def code_of(country):
        low = country.lower()
        return EXTRA.get(low) or byname.get(low)

    for table in ('world_leaders_2021_wikidata.tsv', 'world_leaders_2021_wikipedia.tsv'):
        for r in rows(table):
            name = re.sub(r' \(.*\)$', '', r.get('officeholderLabel') or r.get('officeholderlabel') or '')
            label = r.get('positionLabel') or r.get('positionlabel') or ''
            code = code_of(r['country'])
            if not code or not name or name in own or ' ' not in name and len(name) < 6 or r['end_year'] and r['end_year'] < '2012':
                continue
            start = r['start_year'] and r['start_year'] + '-01-01'
            # Tables end in 2022: an open row is trusted to the end of 2023 and says nothing of later years.
            end = r['end_year'] + '-12-31' if r['end_year'] else ''
            sector = 'LEG' if 'assembly' in label.lower() else 'GOV'
            if end and start and end < start:
                continue
            out.append((name, '', '', code, sector, office(label), start, end, r['officeholder']))
    for r in rows('world_leaders_current_2026.tsv'):
        code = codes.get(r['iso2']) or EXTRA.get(r['country'].lower())
        if not code or r['name'] in own:
            continue
        sector = '' if code in ('EUR', 'IGO') else 'GOV'
        out.append((r['name'], '', '', code, sector, office(r['title']), r['since'], '', r['wikidata']))
    merged = {}
    for name, aliases, g, code, sector, off, start, end, qid in out:  # one row a person, office and beginning year
        k = (name, code, off, start[:4])
        if k in merged and merged[k][6] > start:
            start = merged[k][6]
        merged[k] = (name, aliases, g, code, sector, off, start, end, qid if qid.startswith('Q') else '')
    write('people_leaders.tsv', 'name aliases gender country sectors office from to id', merged.values())


def plain(name):
    flat = ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c))
    return re.sub(r'[^a-z ]', '', flat.lower().replace('-', ' '))


def ids():
    """The Wikidata ids of the people of people_own.tsv whom the leaders tables know, by name and alias."""
    canonical = {}
    for line in open(os.path.join(OUT, 'people_own.tsv'), encoding='utf8').read().split('\n')[1:]:
        f = line.split('\t')
        if len(f) > 1:
            for n in [f[0]] + [a for a in f[1].split('|') if ' ' in a]:
                canonical.setdefault(plain(n), f[0])
    found = {}
    for table, name, qid in (('world_leaders_2021_wikidata.tsv', 'officeholderLabel', 'officeholder'),
                             ('world_leaders_2021_wikipedia.tsv', 'officeholderlabel', 'officeholder'),
                             ('world_leaders_current_2026.tsv', 'name', 'wikidata')):
        for r in rows(table):
            who = canonical.get(plain(re.sub(r' \(.*\)$', '', r[name] or '')))
            if who and re.fullmatch(r'Q\d+', r[qid] or ''):
                found[who] = r[qid]
    write('people_ids.tsv', 'name id', found.items())


# The letters of CAMEO codes and the sectors of the manual.
SECTOR = {'GOV': 'GOV', 'MIL': 'MIL', 'COP': 'COP', 'SPY': 'SPY', 'PTY': 'PTY', 'OPP': 'OPP', 'REB': 'REB', 'SEP': 'REB',
          'INS': 'REB', 'UAF': 'UAF', 'BUS': 'BUS', 'MNC': 'BUS', 'JUD': 'JUD', 'LEG': 'LEG', 'MED': 'JRN', 'JRN': 'JRN',
          'HLH': 'MED', 'EDU': 'EDU', 'LAB': 'LAB', 'REL': 'REL', 'AGR': 'AGR', 'CRM': 'CRM', 'CVL': 'CVL', 'REF': 'REF',
          'ELI': 'ELI', 'PRM': 'PRM', 'SOC': 'SOC', 'UNK': 'UNK', 'PRE': 'PRE'}
FIRST = ['REB', 'PRM', 'UAF', 'MIL', 'COP', 'SPY', 'JUD', 'LEG', 'OPP', 'PTY', 'JRN', 'CRM', 'GOV']  # most specific first


def sector_of(letters):
    found = [SECTOR[letters[i:i + 3]] for i in range(0, len(letters), 3) if letters[i:i + 3] in SECTOR]
    return next((f for f in FIRST if f in found), found[0] if found else '')


SMALL = {'OF', 'THE', 'AND', 'FOR', 'IN', 'DE', 'LA', 'DU', 'DES', 'EL', 'ON', 'TO', 'DI', 'DA', 'DOS', 'VAN', 'VON', 'BIN', 'Y'}


def titled(name):
    words = []
    for i, w in enumerate(name.split()):
        words.append(w.lower() if i and w in SMALL else '-'.join(p.capitalize() for p in w.split('-')))
    return ' '.join(words)


def phoenix(known):
    people, bodies = [], []
    seen = {}
    for r in rows('actors_phoenix.tsv.gz'):
        name, code = r['name'].strip(), r['cameo_code']
        country, rest = code[:3], code[3:]
        if r['unparsed'] or len(name.split()) < 2 or len(name) > 48 or not re.fullmatch(r"[A-Z][A-Z .'&-]+", name):
            continue
        if country in ('IGO', 'NGO', 'NGM', 'MNC', 'IMG', 'ISM'):
            country = {'NGM': 'NGO'}.get(country, country)
            if country == 'IGO' and rest.startswith('UNO'):
                country, rest = 'UNO', rest[3:]
            elif country == 'IGO' and rest.startswith('EUR'):
                country, rest = 'EUR', rest[3:]
        elif country not in known or len(rest) % 3:
            continue
        sector = sector_of(rest)
        if country in ('UNO', 'EUR', 'IGO', 'NGO'):
            sector = sector if sector in ('JUD', 'MIL') else ''
        elif country == 'MNC':
            sector, country = 'BUS', rest[:3] if rest[:3] in known else 'MNC'  # a company at home: its country
        elif not sector or sector == 'UAF':
            continue
        person = bool(r['start'] or r['end']) or sector == 'ELI' or looks_person(name)
        if person:
            # A row that is open in 2015 says who somebody was then; only those are kept, ended with the table.
            if r['end'] or r['start'] < '2009' or sector == 'ELI' or not looks_person(name):
                continue
            people.append((titled(name), '', '', country, sector, '', r['start'], '2015-12-31', ''))
        elif BODY.search(name) and sector:
            bodies.append((titled(name), '', country, sector, '', '', ''))
            seen.setdefault(titled(name), set()).add((country, sector))
    bodies = [b for b in bodies if len(seen[b[0]]) == 1]
    write('bodies_phoenix.tsv', 'name aliases country sectors noun from to', bodies)
    write('people_phoenix.tsv', 'name aliases gender country sectors office from to id', people)


BODY = re.compile(r'\b(PARTY|FRONT|MOVEMENT|UNION|ALLIANCE|LEAGUE|CONGRESS|COUNCIL|COURT|MINISTRY|AGENCY|BANK|COMPANY|CORPORATION|GROUP|'
                  r'COMMISSION|FEDERATION|ASSOCIATION|ARMY|FORCE|FORCES|GUARD|GUARDS|SERVICE|BUREAU|ASSEMBLY|PARLIAMENT|SENATE|TELEVISION|'
                  r'RADIO|NEWS|TIMES|PRESS|UNIVERSITY|BRIGADE|BRIGADES|CARTEL|MILITIA|ORGANIZATION|INSTITUTE|CENTER|CENTRE|AIRLINES|'
                  r'NAVY|POLICE|COMMITTEE|COALITION|SOCIETY|FOUNDATION|LIBERATION|JIHAD|AUTHORITY|OFFICE|TRIBUNAL|CHAMBER)\b')


def looks_person(name):
    return not BODY.search(name) and 2 <= len(name.split()) <= 4 and not re.search(r'\b(OF|THE|AND|FOR|MINISTER|PRESIDENT)\b', name)


def outlets(codes, own):
    out = []
    for r in rows('news_outlets.tsv'):
        name = re.sub(r'^.* via |^via | in [A-Z]\w+$| \(in .*\)$', '', r['name']).strip()
        tld = r['domain'].rsplit('.', 1)[-1].upper()
        code = {'UK': 'GBR'}.get(tld) or codes.get(tld)
        if name in own or not code or tld in ('TV', 'IO', 'ME', 'FM', 'AI', 'CO') or len(name) < 3 or not re.match('[A-ZÉÖ]', name):
            continue
        if re.search(r'Sport|ESPN|^(Time|People|Nature|Space|Weather|Metro|MTV|BBC|CNN|APA|NOS|LRT|VG|DPF|EWN|LBC|Demócrata)$', name) and ' ' not in name:
            continue
        if r['domain'].endswith(('gov', 'mil', 'int')) or '.gov.' in r['domain'] or 'vatican' in r['domain'] or 'seismo' in r['domain']:
            continue
        out.append((name, '', code, 'JRN', 'outlet', '', ''))
    seen = {}
    for o in out:
        seen.setdefault(o[0], o)
    write('outlets.tsv', 'name aliases country sectors noun from to', seen.values())


UCDP = {'DR Congo (Zaire)': 'COD', 'Yemen (North Yemen)': 'YEM', 'Myanmar (Burma)': 'MMR', 'Russia (Soviet Union)': 'RUS',
        'United States of America': 'USA', 'Kingdom of eSwatini (Swaziland)': 'SWZ', 'Ivory Coast': 'CIV', 'Turkey': 'TUR',
        'Bosnia-Herzegovina': 'BIH', 'Macedonia, FYR': 'MKD', 'Serbia (Yugoslavia)': 'SRB', 'Cambodia (Kampuchea)': 'KHM',
        'Zimbabwe (Rhodesia)': 'ZWE', 'Madagascar (Malagasy)': 'MDG'}


def movements(byname, own):
    out = []
    for r in rows('armed_groups_ucdp.tsv'):
        name = r['name']
        countries = [UCDP.get(c) or byname.get(c.lower()) for c in r['countries'].split('|')]
        if (name in own or ',' in name or '(' in name or name.startswith(('Government of', 'Supporters of', 'Opponents of', 'Forces of'))
                or r['last_seen'] < '2010' or not all(countries) or len(name) < 5 and not name.isupper()):
            continue
        if not re.search(r'Cartel|Front|Army|Movement|Brigade|Liberation|Jaysh|Ahrar|Ansar|Islam|Mujahid|Shura|Zetas|Los |Militia|Resistance|Jihad|Revolution|Al-|al-', name):
            continue
        sector = 'CRM' if re.search(r'Cartel|Zetas|^Los |Familia|Nueva|^La ', name) else 'REB'
        code = countries[0] if len(set(countries)) == 1 else 'IMG'
        out.append((name, '', code, sector, 'movement', '', ''))
    write('movements_ucdp.tsv', 'name aliases country sectors noun from to', out)


KIND = {'GOV': 'person', 'MIL': 'person', 'COP': 'person', 'JUD': 'person', 'LEG': 'person', 'REB': 'person', 'CRM': 'person',
        'OPP': 'person', 'SPY': 'person', 'BUS': 'person', 'AGR': 'person', 'LAB': 'person', 'EDU': 'person', 'REL': 'person',
        'MED': 'person', 'JRN': 'person', 'REF': 'person', 'CVL': 'people', 'UAF': 'person', 'PTY': 'person', 'PRM': 'person'}


def agents(own):
    out = {}
    for r in rows('agents.tsv'):
        letters = r['code'].lstrip('~')
        if r['source'] != 'PLOVER_NGEC' or len(letters) != 3 and letters not in ('GOVMIL', 'GOVJUD', 'GOVCOP'):
            continue
        sector = sector_of(letters)
        phrase = r['phrase'].replace('!PERSON!', 'MAN').replace('!MINIST!', 'MINISTER').lower()
        if sector not in KIND or phrase in own or not re.fullmatch(r"[a-z][a-z '-]+", phrase) or len(phrase.split()) > 4:
            continue
        if len(phrase.split()) == 1 and len(phrase) < 5 or phrase in out or phrase.split()[-1] in ('to', 'of', 'for', 'at', 'in', 'on', 'the'):
            continue
        kind = 'body' if re.search(r'\b(ministry|department|army|force|forces|agency|court|company|council|group|police|navy|party|union|committee|bureau|unit|office)$', phrase) else KIND[sector]
        out[phrase] = (phrase, kind, sector, '')
    write('roles_agents.tsv', 'phrase kind sector office', out.values())


def own_names(*files):
    names = set()
    for f in files:
        for line in open(os.path.join(OUT, f), encoding='utf8').read().split('\n')[1:]:
            fields = line.split('\t')
            if line and not line.startswith('#'):
                names.add(fields[0])
                if len(fields) > 4:
                    names.update(fields[1].split('|'))
    return names - {''}


def main():
    codes, byname = states()
    leaders(codes, byname, own_names('people_own.tsv'))
    ids()
    phoenix(set(codes.values()))
    outlets(codes, own_names('outlets_own.tsv'))
    movements(byname, own_names('movements_own.tsv'))
    agents(own_names('roles_own.tsv'))


main()
