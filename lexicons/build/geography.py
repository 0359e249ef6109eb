"""entities/geography.tsv: regions, waters, mountains, islands and structures (CLDR, WordNet, Factbook, hand)."""
import re
from common import *
from places import is_name, unguarded

# WordNet's kinds of places, the first that fits: sense, label (None: left out), weight.
KINDS = [
    ('fictional_character#1', None, 0), ('imaginary_place#1', None, 0), ('planet#1', 'LOC', 3), ('celestial_body#1', None, 0), ('sign_of_the_zodiac#1', None, 0), ('direction#1', None, 0), ('university#1', None, 0), ('educational_institution#1', None, 0), ('university#2', None, 0), ('university#3', None, 0), ('layer#1', None, 0), ('territorial_waters#1', None, 0),
    ('city#1', 'GPE', 3), ('town#1', 'GPE', 2), ('village#2', 'GPE', 2), ('municipality#1', 'GPE', 3), ('country#2', 'GPE', 6), ('country#1', 'GPE', 6), ('kingdom#5', 'GPE', 4), ('state#1', 'GPE', 5), ('state#4', 'GPE', 5), ('province#1', 'GPE', 5),
    ('county#1', 'GPE', 3), ('borough#1', 'GPE', 4), ('colony#3', 'GPE', 3), ('empire#2', 'GPE', 5), ('territory#3', 'GPE', 4), ('district#1', 'GPE', 3),
    ('continent#1', 'LOC', 9), ('ocean#1', 'LOC', 8), ('sea#1', 'LOC', 7), ('gulf#1', 'LOC', 6), ('bay#1', 'LOC', 4), ('strait#1', 'LOC', 5), ('channel#4', 'LOC', 5),
    ('river#1', 'LOC', 4), ('lake#1', 'LOC', 4), ('desert#1', 'LOC', 5), ('mountain#1', 'LOC', 4), ('mountain_range#1', 'LOC', 5), ('volcano#2', 'LOC', 4), ('waterfall#1', 'LOC', 4),
    ('peninsula#1', 'LOC', 5), ('archipelago#1', 'LOC', 5), ('island#1', 'LOC', 4), ('cape#1', 'LOC', 4), ('canal#3', 'FAC', 5), ('waterway#1', 'LOC', 3), ('body_of_water#1', 'LOC', 3), ('geological_formation#1', 'LOC', 3),
    ('glacier#1', 'LOC', 3), ('canyon#1', 'LOC', 4), ('valley#1', 'LOC', 4), ('plain#1', 'LOC', 3), ('forest#2', 'LOC', 3), ('national_park#1', 'LOC', 4), ('park#1', 'LOC', 3), ('street#1', 'FAC', 4),
    ('battlefield#1', 'LOC', 2), ('land#1', 'LOC', 3), ('geographical_area#1', 'LOC', 4), ('region#1', 'LOC', 4), ('region#3', 'LOC', 4), ('location#1', 'LOC', 3), ('structure#1', 'FAC', 4), ('way#6', 'FAC', 3),
]


def kind_of(synset):
    for sense, label, size in KINDS:
        if sense in wordnet_senses() and is_kind(synset, sense):
            return label, size
    return None, 0


def known_ids():
    """{surface: (id, name)} of the tables written before, countries first."""
    ids = {}
    for path in ('countries', 'subdivisions', 'cities'):
        with open(OUT / f'entities/{path}.tsv', encoding='utf-8') as file:
            for line in sorted(file.readlines()[1:], key=lambda l: -int(l.split('\t')[4])):
                surface, _, id, name = line.split('\t')[:4]
                ids.setdefault(surface, (id, name))
    for surface in list(ids):
        ids.setdefault(unmarked(surface), ids[surface])
    return ids


def from_wordnet(table, known):
    ids, countries = known_ids(), surfaces('entities/countries.tsv')
    for synset in instances():
        if synset.lexfile not in (6, 15, 17):
            continue
        label, size = kind_of(synset)
        name = synset.words[0]
        if label is None or re.search(r'\b(god|goddess|mythology|mythical|legendary)\b', synset.gloss):
            continue
        same = [ids[w] for w in map(clean, synset.words) if label == 'GPE' and w in ids]
        id, name = same[0] if same else (synset.id, name)
        for surface in synset.words:
            surface = clean(surface)
            if re.search(r' (capital|waters)$|^capital of ', surface):
                continue
            if surface in countries or label == 'GPE' and surface in known or not surface[0].isupper() or len(surface) < 3 or surface.isupper() or re.search(r'[\d(]', surface):
                continue
            one = ' ' not in surface
            if one and label != 'GPE' and surface in known and size < 7:
                continue
            guard = one and surface not in unguarded() and (is_common(surface, -0.8) or size < 5 and (is_name(surface) or surface.lower() in dictionary()))
            if guard and (label == 'GPE' and size < 4 or one and is_common(surface, -0.8) and size < 7 and surface != 'Pentagon'):
                continue
            variants = [surface]
            for long, short in (('Mount ', 'Mt. '), ('Saint ', 'St. '), (' River', ' river')):
                if surface.startswith(long) and long != ' River':
                    variants.append(short + surface[len(long):])
            for variant in variants:
                table.add(variant, label, id, name, size, 'guard' if guard else '', 'wordnet')


def from_factbook(table, known):
    """Rivers and lakes with the countries they cross, and highest points."""
    for code, entity in factbook().items():
        for key, head in (('Major rivers (by length in km)', 'River'), ('Major lakes (area sq km)', '')):
            value = entity.get('Geography', {}).get(key, {})
            texts = [fact(value)] + [fact(part) for part in value.values() if isinstance(part, dict)]
            for part in re.split(r'[;\n]', ';'.join(texts)):
                found = re.match(r'^\s*(?:fresh water lake\(s\)|salt water lake\(s\))?[:\s]*([^-(,–\d:]+)', part)
                name = clean(found[1]) if found else ''
                name = re.sub(r' (river|lake)?\s*(mouth|source).*$| river$', '', name)
                if not is_place(name):
                    continue
                head = '' if re.search(r'\b(River|Rio|Darya|Jiang|Zangbo|Creek)\b', name) else head
                for surface in ([f'{name} River'] if head else [name] + ([f'Lake {name}'] if 'Lake' not in name and ' ' not in name else [])):
                    if surface not in known and not (head == '' and ' ' not in surface):
                        table.add(surface, 'LOC', f'gazette:loc/{slug(surface)}', surface, 4, '', 'factbook')
        high = re.split(r'[(\d;,]', fact(entity, 'Geography', 'Elevation', 'highest point'))[0]
        high = clean(re.sub(r' -?$', '', high))
        if is_place(high) and ' ' in high and not re.search(r'\b(of|near|on|location|unnamed|point)\b', high):
            if high not in known:
                table.add(high, 'LOC', f'gazette:loc/{slug(high)}', high, 3, '', 'factbook')


def is_place(name):
    return 2 < len(name) < 40 and name[0].isupper() and is_latin(name) and not re.search(r'["/\[]|note|NA$| and |shared|none', name)


def main():
    table = Table('entities/geography.tsv')
    for territory in cldr().iter('territory'):
        code, name = territory.get('type'), clean(territory.text)
        if code.isdigit() and code not in ('001', '057', '021'):
            table.add(name, 'LOC', f'm49:{code}', name, 8 if code in ('002', '009', '142', '150', '003', '005', '019') else 7, source='cldr')
    names = {row[2]: row[3] for row in table.rows.values()}
    for id, label, name, others in ((row + [''])[:4] for row in read_hand('geography')):
        name = name or names[id]
        for surface in [name] + [s for s in others.split('|') if s]:
            table.add(surface.rstrip('*'), label, id, name.rstrip('*'), 7, 'guard' if surface.endswith('*') else '')
    hand = {row[0] for row in table.rows.values()}
    known = hand | surfaces('entities/countries.tsv') | surfaces('entities/subdivisions.tsv') | surfaces('entities/cities.tsv')
    from_wordnet(table, known)
    from_factbook(table, known | {row[0] for row in table.rows.values()})
    for key in [k for k in table.rows if k[0] in hand and table.rows[k][6] == 'wordnet']:
        del table.rows[key]
    table.merge_hand()
    table.write()


if __name__ == '__main__':
    main()
