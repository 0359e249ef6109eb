"""Places: entities/subdivisions.tsv, cities.tsv, towns.tsv (CLDR, GeoNames, us, hand)."""
import math, re
from collections import defaultdict
from functools import lru_cache
from common import *
from countries import MAJOR
from names import given_counts, surname_counts, foreign_names

HEADS = 'Province|Region|County|State|District|Division|Oblast|Krai|Prefecture|Governorate|Municipality|Department|Voivodeship|Parish|Canton|Territory|Republic'
COMPASS = re.compile('(North|South|East|West|Central|Middle|Upper|Lower|Inner|Outer|Coast|Capital|Centre|Center|Nord|Sud|Est|Ouest|Norte|Sur)(ern|west|east|-?Ouest|-?Est|western|eastern)?')


@lru_cache(None)
def subdivision_names():
    """{ISO 3166-2 code: name}"""
    names = {}
    for element in cldr('subdivisions').iter('subdivision'):
        if len(element.get('type')) < 3:
            continue
        code, name = element.get('type'), clean(re.sub('[†²]', '', element.text).replace('&', 'and'))
        names[f'{code[:2]}-{code[2:]}'.upper()] = re.sub(r' \(.*\)| \[.*\]', '', name)
    names.update({row[0].split(':')[1]: row[1] for row in read_hand('subdivisions') if row[1]})
    return names


def us_states():
    """(postal code, AP abbreviation) from the source of the package us."""
    text = (PIP / 'us/states.py').read_text(encoding='utf-8')
    return re.findall(r'"abbr": "(\w\w)".*?"ap_abbr": "([^"]+)"', text, re.S)


def is_name(word):
    word = unmarked(word)
    return given_counts().get(word, 0) + surname_counts().get(word, 0) > 3000 or word in foreign_names()


def subdivisions():
    table, countries = Table('entities/subdivisions.tsv'), surfaces('entities/countries.tsv')
    names, many = subdivision_names(), defaultdict(int)
    for code in names:
        many[code[:2]] += 1
    people = {c: p['population'] for c, p in geonames('countries').items()}
    towns = {(c['countrycode'], clean(c['name'])) for c in cities()}
    for code, name in names.items():
        country = code[:2]
        size = 6 if country in 'US AU CA IN PK AF CN DE IQ UA SY' else 5 if people.get(country, 0) > 2e7 else 3 if people.get(country, 0) > 3e6 else 2
        size = size - 2 if many[country] > 60 and size > 3 else size
        short = re.sub(rf' ({HEADS})$', '', name)
        for surface in (name, short):
            if surface in countries and country != 'US' or COMPASS.fullmatch(surface) or re.search(r'[\d,/]', surface) or len(surface) < 3 or not is_latin(surface) or not surface[0].isupper():
                continue
            if many[country] > 60 and (country, surface) in towns:
                continue
            plain = unmarked(surface)
            guard = ' ' not in surface and surface not in unguarded() and country not in ('US', 'CA') and (is_common(plain) or size < 6 and (plain.lower() in dictionary() or is_name(plain)))
            if guard and size < 4 and is_common(plain):
                continue
            for variant in sorted({surface, surface.translate(PLAIN)}):
                table.add(variant, 'GPE', f'iso3166-2:{code}', name, size, 'guard' if guard else '', 'cldr')
    for postal, short in us_states():
        if short.endswith('.') and f'US-{postal}' in names:
            guard = 'guard' if short[:-1].lower() in dictionary() else ''
            table.add(short, 'GPE', f'iso3166-2:US-{postal}', names[f'US-{postal}'], 6, guard, 'us')
    for row in read_hand('subdivisions'):
        for surface in row[2].split('|') if len(row) > 2 else ():
            if surface and surface not in countries:
                table.add(surface.rstrip('*'), 'GPE', row[0], names[row[0].split(':')[1]], 6, 'guard' if surface.endswith('*') else '')
    table.write()


# --- cities ---

@lru_cache(None)
def cities(least=15000):
    """The cities of at least so many people, the most populous first."""
    every = geonames('cities15000' if least >= 15000 else 'cities5000').values()
    return sorted((c for c in every if c['population'] >= least), key=lambda c: (-c['population'], c['geonameid']))


@lru_cache(None)
def city_ids():
    """{primary name: geonames id of the most populous city of that name}"""
    ids = {}
    for city in cities():
        ids.setdefault(clean(city['name']), city['geonameid'])
    ids.update({row[1]: int(row[0]) for row in read_hand('cities')})
    return ids


def capitals():
    named = {(code, c['capital']) for code, c in geonames('countries').items()}
    return {city['geonameid'] for city in cities() if (city['countrycode'], city['name']) in named}


def weight(population):
    return max(1, min(8, round(1 + 2.19 * math.log10(max(population, 1) / 15000))))


def spellings(name):
    """The name and its plain variants: undecomposable letters, Saint and St., apostrophes."""
    found = [name, name.translate(PLAIN)]
    for long, short in (('Saint ', 'St. '), ('Sankt ', 'St. '), ('Mount ', 'Mt. '), ('Fort ', 'Ft. ')):
        if name.startswith(long) and long != 'Sankt ':
            found.append(short + name[len(long):])
        elif name.startswith(short):
            found.append(long + name[len(short):])
    if name.startswith('St. '):
        found.append('St ' + name[4:])
    if re.search(r"\w'\w", name) and "d'" not in name.lower() and "l'" not in name.lower():
        found.append(name.replace("'", '').capitalize() if ' ' not in name and '-' not in name else name.replace("'", ''))
    return [f for f in dict.fromkeys(found)]


def is_clean(name):
    return (len(name) > 1 and name[0].isupper() and is_latin(name) and not re.search(r'[\d,()/&"\[]', name) and not name.isupper()
            and len(name.split()) < 6 and not re.search(r"^(City|Town|Borough|Municipality|Township) of|Second District|Subdistrict$|Arrondissement|Municipality$", name))


@lru_cache(None)
def unguarded():
    """Names that mean the place far more often than anything else."""
    return frozenset(row[0] for row in read_hand('unguarded'))


def reading(name, population):
    """How a city's name may be entered: None (leave out), 'guard' or ''."""
    if name in unguarded():
        return ''
    name = unmarked(name)  # as matching sees it
    if ' ' in name or '-' in name:
        words = name.split()
        if len(words) == 2 and population < 1000000 and given_counts().get(words[0], 0) > 2000 and surname_counts().get(words[1], 0) > 1000 and words[0] not in ('San', 'Santa', 'Las', 'Los', 'El', 'La', 'Santo', 'New', 'Saint', 'St.', 'Port', 'Villa', 'West', 'North', 'South', 'East', 'Ciudad'):
            return 'guard'
        return 'guard' if population < 300000 and all(is_common(w, 0) for w in re.split('[ -]', name)) else ''
    if lower_ratio(name) > 1.2 and name.lower() in dictionary() and population < 400000 or name.lower() in FUNCTION_WORDS:
        return None
    if is_common(name):
        return 'guard' if population > 50000 else None
    people = given_counts().get(name, 0) + surname_counts().get(name, 0)
    if people > population or people > 2000 and people > population / 3 and name.lower() in dictionary():
        return 'guard'
    return 'guard' if name in foreign_names() and population < 400000 else ''


FUNCTION_WORDS = frozenset('a an and are as at be but by can do for from had has have he her him his i if in is it its just like man many may me more most much no not '
                           'of on one or our out over own same say see she so some such than that the them then there they this time to too up us was we well were what when '
                           'who why will with you your best deal buy goes here now young old little big long march april august june july'.split())


def city_table():
    table = Table('entities/cities.tsv')
    countries = surfaces('entities/countries.tsv')
    main = capitals()
    rows = defaultdict(list)
    names = {int(row[0]): row[1] for row in read_hand('cities')}
    extra = {int(row[0]): row[2].split('|') for row in read_hand('cities') if len(row) > 2}
    weights = {int(row[0]): int(row[3]) for row in read_hand('cities') if len(row) > 3}
    for city in cities():
        key, population = city['geonameid'], city['population']
        name = names.get(key) or re.sub(r'^les ', 'Les ', clean(city['name']))
        size = weights[key] if key in weights else max(weight(population), 0 if key not in main else 7 if city['countrycode'] in MAJOR else 6)
        for surface in extra.get(key, ()):
            guard = 'guard' if surface.endswith('*') else ''
            rows[surface.rstrip('*')].append((population + 1, key, name, size, guard, 'hand'))
        if not is_clean(name):
            continue
        for surface in spellings(name):
            if surface not in countries and len(surface) > 2:
                flags = reading(surface, population)
                if flags is not None:
                    rows[surface].append((population, key, name, size, flags, 'geonames'))
    for surface, found in rows.items():
        found.sort(key=lambda r: (-r[0], r[1]))
        seen = []
        for row in found:
            if row[1] not in seen and len(seen) < 2 and (not seen or row[0] > found[0][0] / 20):
                seen.append(row[1])
                table.add(surface, 'GPE', f'geonames:{row[1]}', row[2], row[3], row[4], row[5])
    table.write()


# Countries whose wars news reports village by village.
CONFLICT = frozenset('AF IQ LB PK PS SO SY YE'.split())


def town_table():
    """Smaller places whose names mean nothing else; for some countries, hamlets too."""
    table = Table('entities/towns.tsv')
    known = surfaces('entities/cities.tsv') | surfaces('entities/countries.tsv') | surfaces('entities/subdivisions.tsv')
    hamlets = [c for c in geonames('cities500').values() if c['countrycode'] in CONFLICT and c['population'] < 5000]
    seen = set()
    for id, name, others in ((row + [''])[:3] for row in read_hand('towns')):
        for surface in [name] + [s for s in others.split('|') if s]:
            seen.add(surface)
            if surface not in known:
                table.add(surface, 'GPE', id, name, 1)
    for city in cities(5000) + sorted(hamlets, key=lambda c: (-c['population'], c['geonameid'])):
        name = clean(city['name'])
        if city['population'] >= 15000 or not is_clean(name) or unmarked(name) in seen or name in known or not is_distinct(name):
            continue
        seen.add(unmarked(name))
        for surface in spellings(name):
            if surface not in known:
                # A town's name that text has often is mostly something else.
                guard = ' ' not in surface and probability(surface) > -16
                table.add(surface, 'GPE', f"geonames:{city['geonameid']}", name, 0, 'guard' if guard else '', 'geonames')
    table.merge_hand()
    table.write()


def is_distinct(name):
    """Whether a small place's name is no word, no person's name and no description."""
    words = name.split()
    if re.search(r"\b(Estate|Colony|Kolonia|Camp|School|Farm|Bazar|Post|Hill|Hills|Mall|Gardens|Heights|Wulêswālī|Wuluswali|Markaz|'Alāqahdārī|Number|Five)\b", name):
        return False
    if len(words) == 1:
        parts = [w for w in re.split('-', name) if w]
        return (len(name) > 5 and not any(unmarked(w).lower() in huge_dictionary() for w in parts[:1]) and not is_name(name) and plain_count(name) < 150)
    return reading(name, 5000) == '' and not (len(words) < 4 and all(plain_count(w) > 1000 or w in foreign_names() for w in (words[0], words[-1])))


def plain_count(word):
    word = unmarked(word)
    return surname_counts().get(word, 0) + given_counts().get(word, 0)


if __name__ == '__main__':
    subdivisions()
    city_table()
    town_table()
