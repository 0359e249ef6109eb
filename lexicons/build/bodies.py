"""entities/bodies.tsv: parties, forces, armed groups, courts, legislatures, agencies (Factbook, WordNet).

A body that a hand-written list (entities/hand-*.tsv) already names keeps that list's id and name."""
import re
from collections import defaultdict
from common import *

ABBREVIATION = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý&-]{1,7}[A-ZÀ-Ý]|[A-Z]{2,5}-[A-Z]|[A-Z][a-z]?[A-Z]{1,4}[a-z]?|[A-Z]{2,4}[a-z]")
SENTENCE = re.compile(r'\b(has|have|had|are|is|was|were|been|who|which|also|note|led|several|banned|claims|formed|political parties|members?|no formal|none|various|other|prior|independents?|coalition of|electoral|formerly|includes?|aka|est|established|personnel|NA)\b')

# Last words that show a body even after an ordinary word.
HEAD = re.compile('Party|Movement|Union|Front|Alliance|Forces?|Court|League|Congress|Council|Assembly|Army|Navy|Guards?|Police|Coalition|Command|Service|Senate|Parliament|Chamber|Representatives|Democrats')


def is_proper(text):
    """Whether it reads as a name: capitals except for little words."""
    words = re.split(r'[ -]', text)
    little = set('of the and for de la del des du les et y e in on al el as ul i a an to with against by from at da do das dos der und für von per di dei il ou en para pour or el- al- ash az us wal ul-'.split())
    return (3 <= len(text) <= 70 and text[0].isupper() and is_latin(text) and not re.search(r'[\d:;"()\[\]=*!?/]|\.\.|, | - ', text) and not SENTENCE.search(text) and len(words) <= 9
            and all(w[:1].isupper() or w in little or w[:2] in ("d'", "l'") or not w for w in words) and words[-1].lower() not in ('of', 'the', 'and', 'for', 'or', 'al', 'de'))


def named(text):
    """(name, other names, abbreviations) of 'Name (Other Name) or ABC'."""
    inside = re.findall(r'\(([^()]*)\)', text)
    parts = [clean(p) for p in re.split(r'\s+or\s?(?=\s|[A-Z])', re.sub(r'\([^()]*\)', ' ', text)) if p.strip()]
    if not parts:
        return None, [], []
    short, others = [], []
    for part in parts[1:] + [clean(p) for i in inside for p in re.split(r',|;|/| or ', re.sub(r'^(aka|also|also known as) ', '', i))]:
        part = part.strip('"\' ')
        if ABBREVIATION.fullmatch(part):
            short.append(part)
        elif is_proper(part) and ' ' in part:
            others.append(part)
    return parts[0].strip('"\' ,.'), others, short


def gather():
    """(kind, country, name, other names, abbreviations) from the Factbook."""
    for code, entity in factbook().items():
        government = entity.get('Government', {})
        for line in fact(government, 'Political parties').split('\n'):
            yield 'party', code, *named(line)
        for part in re.split(r'[;\n]', fact(government, 'Judicial branch', 'highest court(s)')):
            yield 'court', code, *named(re.sub(r'\((consists|organized|composed)[^()]*(\([^()]*\)[^()]*)*\)', '', part))
        for field, key in (('Legislative branch', 'legislature name'), ('Legislative branch - lower chamber', 'chamber name'), ('Legislative branch - upper chamber', 'chamber name')):
            yield 'legislature', code, *named(fact(government, field, key))
        for part in re.split(r'[;,:\n]', re.sub(r'\(([^()]*)\)', lambda m: m[0].replace(',', ' or').replace(':', ' ').replace(';', ' or'), fact(entity, 'Military and Security', 'Military and security forces'))):
            yield 'force', code, *named(re.sub(r'\((includes|aka)[^()]*\)', '', part))
        for part in fact(entity, 'Terrorism', 'Terrorist group(s)').split(';'):
            yield 'armed', code, *named(re.sub(r' [–-] .*', '', re.sub(r'/.*', '', part)))
        for part in fact(entity, 'Space', 'Space agency/agencies').split('\n')[0].split(';'):
            yield 'agency', code, *named(re.sub(r'\((established|formed|founded)[^()]*\)', '', part))


def from_factbook(table, hand):
    countries = surfaces('entities/countries.tsv') | surfaces('entities/cities.tsv') | surfaces('entities/subdivisions.tsv') | surfaces('entities/demonyms.tsv') | surfaces('entities/peoples.tsv')
    found = list(gather())
    people = {code: c['population'] for code, c in geonames('countries').items()}
    places, shorts = defaultdict(set), defaultdict(set)
    for kind, code, name, others, short in found:
        for text in [name or ''] + others:
            places[text].add(code)
        for text in short:
            shorts[text].add((people.get(code, 0), name))
    for kind, code, name, others, short in found:
        if not name or not is_proper(name) or name in countries:
            continue
        shared = len(places[name]) > 1
        if kind in ('force', 'agency') and (shared or ' ' not in name) or kind == 'armed' and len(name) < 4:
            continue
        one = ' ' not in name and '-' not in name
        if one and name.lower() in dictionary() and name not in ('Congress', 'Senate', 'Parliament'):
            continue
        # A name that several countries use stands once, for all of them.
        id = f'gazette:org/{slug(name)}' if shared or kind == 'armed' else f'gazette:org/{code.lower()}-{slug(name)}'
        preferred = name
        size = 5 if kind == 'armed' else 4 if people.get(code, 0) > 2e7 else 2
        for text in [name] + [o for o in others if len(places[o]) == 1 and not shared]:
            if text not in countries:
                words = text.split()
                plain = len(words) == 2 and all(is_common(w, 0.3) for w in words) and not HEAD.fullmatch(words[-1])
                guard = plain or one and (is_common(text) or probability(text) > -12) and text not in ('Congress', 'Senate', 'Parliament')
                table.add(text, 'ORG', id, preferred, size, 'guard' if guard else '', 'factbook')
        if shared:
            continue
        for text in short:
            if len(text) < 3 or text.lower() in dictionary() or text in countries or text in hand or max(shorts[text])[1] != name:
                continue
            guard = len(text) < 4 or len(shorts[text]) > 1
            table.add(text, 'ORG', id, preferred, max(1, size - 1), 'guard' if guard else '', 'factbook')


def from_wordnet(table, hand):
    taken = {row[0] for row in table.rows.values()} | surfaces('entities/countries.tsv') | surfaces('entities/peoples.tsv') | surfaces('entities/demonyms.tsv')
    for synset in wordnet().values():
        if synset.lexfile not in (6, 14) or not (synset.words[0][0].isupper() or synset.words[0].startswith('al-')):
            continue
        group = synset.lexfile == 14 and is_kind(synset, 'organization#1', 'unit#3', 'alliance#2', 'musical_organization#1', 'council#1', 'army_unit#1', 'military#1')
        college = synset.lexfile == 6 and is_kind(synset, 'university#2', 'institution#2', 'museum#1') and synset.targets('@i')
        if not (group or college) or is_kind(synset, 'dynasty#1', 'family#1', 'religion#2', 'sect#1', 'culture#1', 'denomination#1', 'order#7', 'ecumenical_council#1'):
            continue
        names = [clean(w) for w in synset.words]
        id, preferred = synset.id, names[0]
        for name in names:
            one = ' ' not in name
            short = name.isupper() and one
            if name in taken or len(name) < 3 or name[0].islower() and name[:3] != 'al-' or re.search(r'[\d(]', name) or one and not short and name.lower() in dictionary() or short and (len(name) < 3 or name.lower() in dictionary() or name in hand):
                continue
            guard = one and (len(name) < 4 or is_common(name) or probability(name) > -11)
            table.add(name, 'ORG', id, preferred, 4, 'guard' if guard else '', 'wordnet')


def main():
    table = Table('entities/bodies.tsv')
    hand = {surface: found for (surface, label), found in hand_written().items() if label == 'ORG'}
    from_factbook(table, hand)
    from_wordnet(table, hand)
    table.merge_hand()
    table.write()


if __name__ == '__main__':
    main()
