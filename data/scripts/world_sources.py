"""world_sources.py DATA: writes the rows of data/world (without places*) in DATA/SOURCES.tsv; rows of other files stay."""
import hashlib, os, sys

DATA = sys.argv[1]
HEADER = 'file\torigin\tlicence\tdate\tsha256\tscript'
OWN = ('own, from what is generally known', 'CC BY-SA 4.0', '')
ORIGIN = {
    'states.tsv': ('shared/data/world/countries.tsv (mledoze/countries)', 'ODbL-1.0', 'scripts/world.py'),
    'people_leaders.tsv': ('shared/data/world/world_leaders_2021_wikidata, world_leaders_2021_wikipedia, world_leaders_current_2026', 'CC0-1.0 and CC BY-SA 4.0', 'scripts/world.py'),
    'people_ids.tsv': ('shared/data/world/world_leaders_2021_wikidata, world_leaders_2021_wikipedia, world_leaders_current_2026', 'CC0-1.0 and CC BY-SA 4.0', 'scripts/world.py'),
    'people_phoenix.tsv': ('shared/data/world/actors_phoenix.tsv.gz', 'MIT', 'scripts/world.py'),
    'bodies_phoenix.tsv': ('shared/data/world/actors_phoenix.tsv.gz', 'MIT', 'scripts/world.py'),
    'outlets.tsv': ('shared/data/world/news_outlets.tsv', 'CC BY-SA 4.0', 'scripts/world.py'),
    'movements_ucdp.tsv': ('shared/data/world/armed_groups_ucdp.tsv (UCDP GED)', 'CC BY 4.0', 'scripts/world.py'),
    'roles_agents.tsv': ('shared/data/world/agents.tsv', 'MIT', 'scripts/world.py'),
}

path = os.path.join(DATA, 'SOURCES.tsv')
rows = {}
if os.path.exists(path):
    for line in open(path, encoding='utf8').read().split('\n')[1:]:
        if line:
            rows[line.split('\t')[0]] = line
for name in sorted(os.listdir(os.path.join(DATA, 'world'))):
    if name.startswith('places') or not name.endswith('.tsv'):
        continue
    file = 'world/' + name
    origin, licence, script = ORIGIN.get(name, OWN)
    sum = hashlib.sha256(open(os.path.join(DATA, file), 'rb').read()).hexdigest()
    old = rows.get(file, '').split('\t')
    date = old[3] if len(old) == 6 and old[4] == sum else '2026-11-23'
    rows[file] = '\t'.join((file, origin, licence, date, sum, script))
with open(path, 'w', encoding='utf8', newline='\n') as out:
    out.write(HEADER + '\n' + ''.join(rows[k] + '\n' for k in sorted(rows)))
