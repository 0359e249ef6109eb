"""The optional packs: long lists that the default lexicon does not need. A pack has the columns of an entry table and no surface that the lexicon has."""
import ast, csv, re, sys
from pathlib import Path
from common import *
from companies import stripped, suffixes
from names import given_counts, surname_counts
from places import cities, is_clean, is_name, reading, spellings, weight


@lru_cache(None)
def known():
    """What the default lexicon matches, whatever it means there."""
    found = set()
    for path in (OUT / 'entities').glob('*.tsv'):
        found |= {matched(line.split('\t')[0]) for line in path.read_text(encoding='utf-8').splitlines()[1:]}
    return found


class Pack:
    def __init__(self, name):
        self.name, self.rows, self.ids = name, {}, {}

    def add(self, surface, label, id, name, weight, guard, source):
        """The first row of a surface wins."""
        surface = clean(surface)
        if len(surface) > 2 and matched(surface) not in known() and len(surface.split()) < 12:
            name = self.ids.setdefault(id, clean(name))
            self.rows.setdefault((matched(surface), label), (surface, label, id, name, str(weight), 'guard' if guard else '', source))

    def write(self, folder):
        lines = sorted('\t'.join(row).encode() for row in self.rows.values())
        path = folder / f'{self.name}.tsv'
        path.write_bytes('\t'.join(ENTRY).encode() + b'\n' + b''.join(line + b'\n' for line in lines))
        print(f'{path.name}: {len(lines)} rows, {path.stat().st_size // 1024} KiB')


def may_be_a_word(surface):
    """One word that a dictionary has, or a person bears."""
    plain = unmarked(surface)
    return ' ' not in plain and (plain.lower() in huge_dictionary() or surname_counts().get(plain, 0) + given_counts().get(plain, 0) > 100 or is_name(plain))


def small_places():
    """Cities, towns and villages of 500 people and more that the lexicon has not."""
    pack = Pack('places')
    for city in sorted(geonames('cities500').values(), key=lambda c: (-c['population'], c['geonameid'])):
        name = clean(city['name'])
        if not is_clean(name) or reading(name, city['population']) is None:
            continue
        for surface in spellings(name):
            guard = may_be_a_word(surface) or reading(surface, city['population']) == 'guard' or len(surface) < 5
            pack.add(surface, 'GPE', f"geonames:{city['geonameid']}", name, 0, guard, 'geonames')
    return pack


def other_city_names():
    """Names of cities in other languages and spellings."""
    pack = Pack('city-names')
    for city in cities():
        name = clean(city['name'])
        for other in city['alternatenames']:
            other = clean(other)
            if len(other) > 3 and is_clean(other) and not may_be_a_word(other) and not other.isupper() and probability(other) < -14:
                pack.add(other, 'GPE', f"geonames:{city['geonameid']}", name, max(0, weight(city['population']) - 2), len(other) < 6, 'geonames')
    return pack


def airports():
    """Airports that airlines fly to."""
    pack = Pack('airports')
    with open(PIP / 'airportsdata/airports.csv', encoding='utf-8') as file:
        for row in sorted(csv.DictReader(file), key=lambda r: r['iata']):
            name = clean(re.sub(r'\s*[(\[/].*', '', row['name']))
            if not row['iata'] or not is_latin(name) or not name[:1].isupper():
                continue
            if not re.search(r'(Airport|Airfield|Airstrip|Airpark|Heliport|Field|Base|Aerodrome|Station|Seaplane)\b', name):
                name += ' Airport'
            pack.add(name, 'FAC', f"gazette:airport/{row['iata'].lower()}", name, 2, False, 'airportsdata')
            short = re.sub(r' (International|Regional|Municipal|Domestic|County) Airport$', ' Airport', name)
            pack.add(short, 'FAC', f"gazette:airport/{row['iata'].lower()}", name, 1, False, 'airportsdata')
    return pack


def listed_companies():
    """Companies whose shares are traded in the United States."""
    import pyarrow.parquet
    pack, terms = Pack('companies'), suffixes()
    table = pyarrow.parquet.read_table(PIP / 'edgar/reference/data/company_tickers.parquet').to_pylist()
    for row in table:
        name = clean(re.sub(r'\s*/[A-Z ]+/?$|\s*\\.*$', '', str(row.get('title') or row.get('name') or row.get('company') or '')))
        if name.isupper():
            name = ' '.join(w if len(w) < 4 and w not in ('INC', 'THE', 'AND', 'FOR', 'OF', 'CO') else w.capitalize() for w in name.split())
        short = re.sub(r'^The ', '', stripped(name, terms))
        if len(short) < 4 or not is_latin(short) or re.search(r'[\d<>"]| (Trust|Fund|ETF|Acquisition)\b', short) or not short[0].isupper():
            continue
        words = short.split()
        guard = may_be_a_word(short) or len(words) < 3 and all(is_common(w, 0) for w in words)
        for surface in dict.fromkeys((name, short)):
            pack.add(surface, 'ORG', f"ticker:{row['ticker']}", short, 3, guard and surface == short, 'edgartools')
    return pack


def universities():
    """Universities, colleges and schools with a domain of their own."""
    pack = Pack('universities')
    root = PIP / 'AcademicEmailVerifier/domains'
    for path in sorted(root.rglob('*.txt')):
        domain = '.'.join(reversed(path.relative_to(root).with_suffix('').parts))
        for name in path.read_text(encoding='utf-8', errors='replace').splitlines()[:2]:
            name = clean(re.sub(r'\s*\(.*?\)', '', name))
            if len(name.split()) > 1 and len(name) < 90 and is_latin(name) and name[0].isupper() and not re.search(r'[\d@<>"�]', name):
                pack.add(name, 'ORG', f'gazette:university/{slug(domain)}', name, 3, False, 'academic')
    return pack


def brands():
    """Brands and products with a logo: software above all."""
    pack = Pack('brands')
    text = (PIP / 'simpleicons/all.py').read_text(encoding='utf-8')
    for title in sorted(set(re.findall(r'<title>(.*?)</title>', text))):
        title = clean(html.unescape(title))
        if is_latin(title) and title[:1].isupper():
            guard = may_be_a_word(title) or all(is_common(w, 0) for w in title.split()) or len(title) < 5
            pack.add(title, 'PRODUCT', f'gazette:brand/{slug(title)}', title, 3, guard, 'simpleicons')
    return pack


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for build in (airports, brands, listed_companies, universities, other_city_names, small_places):
        build().write(folder)


if __name__ == '__main__':
    main(Path(sys.argv[1]))
