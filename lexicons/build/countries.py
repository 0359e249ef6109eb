"""entities/countries.tsv: countries, territories and former countries (CLDR, Factbook, hand)."""
import re
from common import *

# The countries that news names most.
MAJOR = set('AE AF AR AU AT BD BE BR CA CH CL CN CO CU CZ DE DK EG ES ET FI FR GB GE GR HU ID IE IL IN IQ IR IT JP KE KP KR KW LB LK LY MA MM MX MY '
            'NG NL NO NP NZ PE PH PK PL PS PT QA RO RS RU SA SD SE SG SO SY TH TR TW UA UG US UZ VA VE VN YE ZA ZW'.split())


def canonical_names():
    """{ISO code: preferred name} from CLDR; hand/countries.tsv overrules."""
    names = {}
    for territory in cldr().iter('territory'):
        code = territory.get('type')
        if len(code) == 2 and code not in ('EA', 'EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ', 'IC', 'AC', 'TA', 'DG', 'CP') and not territory.get('alt'):
            names[code] = clean(territory.text.replace('&', 'and'))
    for row in read_hand('countries'):
        scheme, value = row[0].split(':')
        if scheme == 'iso3166' and row[1]:
            names[value] = row[1]
    return names


def weight(code):
    if code in MAJOR or code == 'US':
        return 9
    area = geonames('countries').get(code)
    return 8 if area and area['population'] > 500000 else 6


def main():
    table, names = Table('entities/countries.tsv'), canonical_names()
    for code, name in names.items():
        table.add(name, 'GPE', f'iso3166:{code}', name, weight(code), source='cldr')
    for code, entity in factbook().items():
        if code not in names:
            continue
        long = fact(entity, 'Government', 'Country name', 'conventional long form').split(';')[0].split('(')[0].strip()
        short = fact(entity, 'Government', 'Country name', 'conventional short form').split('(')[0].strip()
        for text in (short, re.sub('^The ', '', long)):
            if text not in ('', 'none', 'DRC', 'The Dominican') and ',' not in text and len(text) > 2:
                guard = 'guard' if is_common(text) else ''
                table.add(text, 'GPE', f'iso3166:{code}', names[code], weight(code), guard, 'factbook')
    for id, name, others in ((row + [''])[:3] for row in read_hand('countries')):
        code = id.split(':')[1]
        name = name or names[code]
        size = weight(code) if id.startswith('iso3166:') and code in names else 8
        for surface in [name] + [s for s in others.split('|') if s]:
            table.add(surface.rstrip('*'), 'GPE', id, name, size, 'guard' if surface.endswith('*') else '')
    table.write()


if __name__ == '__main__':
    main()
