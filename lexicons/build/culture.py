"""entities/events.tsv, works.tsv, laws.tsv (WordNet, hand) and languages.tsv (CLDR, hand)."""
import re
from common import *
from names import surname_counts, given_counts


def languages():
    table = Table('entities/languages.tsv')
    peoples = surfaces('entities/demonyms.tsv') | surfaces('entities/peoples.tsv')
    places = surfaces('entities/countries.tsv') | surfaces('entities/cities.tsv') | surfaces('entities/subdivisions.tsv')
    others = {row[0]: row[1].split('|') for row in read_hand('languages')}
    for element in cldr().iter('language'):
        code = element.get('type', '')
        if not re.fullmatch('[a-z]{2,3}', code) or element.get('alt') or not element.text or element.text == '↑↑↑' or code in ('mul', 'und', 'zxx', 'root', 'mis'):
            continue
        name = clean(element.text)
        for surface in [name] + others.get(code, []):
            if re.search(r'[(,/]', surface) or len(surface) < 3 or surface in places:
                continue
            people = surname_counts().get(surface, 0) + given_counts().get(surface, 0) > (5000 if len(code) == 2 else 300)
            guard = surface in peoples or ' ' not in surface and (surface.lower() in dictionary() or people or len(surface) < 4)
            if guard and is_common(surface, 0.3):
                continue
            table.add(surface, 'LANGUAGE', f'iso639:{code}', name, 4 if len(code) == 2 else 1, 'guard' if guard else '', 'cldr' if surface == name else 'hand')
    table.write()


EVENT_NAME = re.compile(r'\b(War|Wars|Revolution|Crusade|Rebellion|Mutiny|Battle of|Siege of|Campaign|Operation|Games|Cup|Series|Derby|Stakes|Conquest|Tea Party|Scandal|scandal|Holocaust|Revolt|airlift|Project|Watergate|Open)\b')
LAW_NAME = re.compile(r'\b(Treaty|Act|Amendment|Convention|Constitution|Charter|Accords?|Agreement|Code|Declaration|Proclamation|Edict|Magna|Bill of Rights|Articles of|Peace of|SALT)\b')


def take(table, label, lexfiles, kinds, known):
    """Named synsets of some kinds. Battles named for a place get 'Battle of' before it."""
    for synset in wordnet().values():
        if synset.lexfile not in lexfiles or not (synset.targets('@i') or label == 'LAW') or kinds and not is_kind(synset, *kinds):
            continue
        for surface in map(clean, synset.words):
            if not surface[0].isupper() or re.search(r'[\d(]| River$|^(American|United States) (government|Code)', surface) or len(surface) < 4:
                continue
            if label == 'EVENT' and ' ' not in surface and is_kind(synset, 'military_action#1'):
                surface = f'Battle of {surface}'
            one = ' ' not in surface
            if (label == 'EVENT' and not EVENT_NAME.search(surface) or label != 'EVENT' and bool(LAW_NAME.search(surface)) != (label == 'LAW') or surface in known
                    or one and (surface.lower() in dictionary() and lower_ratio(surface) > -1.5 or surname_counts().get(surface, 0) + given_counts().get(surface, 0) > 1000)):
                continue
            guard = one and (is_common(surface, 0.3) or probability(surface) > -12.5)
            table.add(surface, label, synset.id, synset.words[0], 4, 'guard' if guard else '', 'wordnet')


def from_hand(table, file):
    for label, id, name, others in ((row + [''])[:4] for row in read_hand(file)):
        for surface in [name] + [s for s in others.split('|') if s]:
            table.add(surface.rstrip('*'), label, id, name.rstrip('*'), 7, 'guard' if surface.endswith('*') else '')


def main():
    known = set()
    for path in ('countries', 'cities', 'subdivisions', 'geography', 'demonyms', 'peoples'):
        known |= surfaces(f'entities/{path}.tsv')
    writings = ('book#1', 'sacred_text#1', 'epic_poem#1', 'poem#1', 'play#1', 'music#1', 'section#1', 'prayer#1', 'award#2', 'writing#2')
    for label, file, lexfiles, kinds in (('EVENT', 'events', (4, 11), ()), ('WORK_OF_ART', 'works', (10,), writings), ('LAW', 'laws', (10,), ('writing#2', 'agreement#1', 'legal_document#1', 'law#1'))):
        table = Table(f'entities/{file}.tsv')
        from_hand(table, file)
        taken = {row[0] for row in table.rows.values()}
        take(table, label, lexfiles, [k for k in kinds if k in wordnet_senses()], known | taken)
        table.merge_hand()
        table.write()
    languages()


if __name__ == '__main__':
    main()
