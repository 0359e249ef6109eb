"""entities/demonyms.tsv and entities/peoples.tsv: nationalities, peoples, faiths, political adherents (Factbook, WordNet, hand)."""
import re
from common import *
from countries import canonical_names
from places import city_ids, subdivision_names

OFFENSIVE = re.compile('offensive|derogatory|disparaging|slang|racist|slur', re.I)


def forms(text):
    """The nationalities in a Factbook field: 'Finn(s)' is Finn and Finns."""
    for part in re.split(r',| or |;|/', re.sub(r'note.*|\((singular|plural|colloquial|US|collective)[^)]*\)', '', text)):
        found = re.fullmatch(r"\s*([A-Z][\w' -]+?)(?: ?\((s|men|women)\))?\s*", part)
        if found:
            yield found[1]
            if found[2]:
                yield found[1] + 's' if found[2] == 's' else found[1][:-2] + 'en'


def demonyms(names):
    table = Table('entities/demonyms.tsv')
    countries = surfaces('entities/countries.tsv')
    regions = {t.get('type'): t.text for t in cldr().iter('territory')}
    former = {row[0]: row[1] for row in read_hand('countries')}
    for row in read_hand('demonyms'):
        scheme, value = row[0].split(':')
        if scheme == 'iso3166':
            name = names[value]
        elif scheme == 'iso3166-2':
            name = subdivision_names()[value]
        elif scheme == 'm49':
            name = regions[value]
        elif scheme == 'city':
            row[0], name = f'geonames:{city_ids()[value]}', value
        else:
            name = former.get(row[0]) or value.split('/')[1].replace('-', ' ').title()
        for surface in row[1].split('|'):
            big = scheme in ('iso3166', 'm49') or value.startswith('gpe/')
            table.add(surface.rstrip('*'), 'NORP', row[0], name, 8 if big else 5, 'guard' if surface.endswith('*') else '')
    known = {row[0] for row in table.rows.values()}
    for code, entity in factbook().items():
        for field in ('noun', 'adjective'):
            for surface in forms(fact(entity, 'People and Society', 'Nationality', field)):
                # The Korean nationalities are hand-written: the Factbook calls both 'Korean'.
                if code in names and surface not in countries | known and surface not in ('NA', 'Korean', 'Chinese', 'Taiwan', 'Swati', 'Congo'):
                    table.add(surface, 'NORP', f'iso3166:{code}', names[code], 7, source='factbook')
    table.write()


def plural(noun):
    if noun.endswith('man'):
        return noun[:-2] + 'en'
    return None if re.search(r'(ese|[sxzhw]|men|people|ish)$', noun) else noun + 's'


def peoples():
    table = Table('entities/peoples.tsv')
    for id, name, others in ((row + [''])[:3] for row in read_hand('peoples')):
        for surface in [name] + [s for s in others.split('|') if s]:
            table.add(surface.rstrip('*'), 'NORP', id, name.rstrip('*'), 7, 'guard' if surface.endswith('*') else '')
    known = surfaces('entities/demonyms.tsv') | {row[0] for row in table.rows.values()}
    places = surfaces('entities/cities.tsv') | surfaces('entities/subdivisions.tsv') | surfaces('entities/countries.tsv')
    for synset in wordnet().values():
        if synset.lexfile not in (14, 18) or synset.targets('@i') or OFFENSIVE.search(synset.gloss):
            continue
        if not is_kind(synset, 'inhabitant#1', 'religious_person#1', 'ethnic_group#1', 'ethnic_minority#1', 'amerindian#1', 'slav#1', 'jew#1', 'white#2', 'black#4') or is_kind(synset, 'clergyman#1', 'worker#1'):
            continue
        for word in synset.words:
            if not re.fullmatch(r"[A-Z][a-z'-]+([ -][A-Z][a-z]+)*", word) or word in places or len(word) < 4 or re.search(r'(church|Church|Saint|person|race|deity)$', word):
                continue
            for surface in filter(None, (word, plural(word))):
                if surface not in known and surface not in places:
                    guard = ' ' not in surface and (surface.lower() in dictionary() or probability(surface) < -17.5)
                    table.add(surface, 'NORP', synset.id, synset.words[0], 3, 'guard' if guard else '', 'wordnet')
    table.write()


if __name__ == '__main__':
    demonyms(canonical_names())
    peoples()
