"""entities/companies.tsv: members of the stock indices (pytickersymbols; suffixes from cleanco)."""
import ast, re
from common import *
from names import surname_counts, given_counts


def suffixes():
    tree = ast.parse((PIP / 'cleanco/termdata.py').read_text(encoding='utf-8'))
    terms = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            terms.add(node.value.strip(' ,').lower())
    return terms | {'plc', 'inc', 'inc.', 'corp', 'corp.', 'corporation', 'company', 'co', 'co.', 'ltd', 'ltd.', 'limited', 'group', 'holdings', 'holding', 'n.v.', 's.a.', 'ag', 'se', 'ab', 'asa', 'oyj', 'a/s', 'kgaa', 'spa', 's.p.a.', '& co', '& co.', 'plc.', 'incorporated', 'nv', 'sa', 'as', 'adr', 'reit', 'cl', 'vz', 'st', 'vz.'}


def stripped(name, terms):
    """The name without its legal form: 'Apple Inc.' is Apple."""
    words = name.split()
    while len(words) > 1 and (words[-1].lower().strip(',') in terms or words[-1] in ('&', '-', 'and')):
        words.pop()
    return ' '.join(words).rstrip(',')


def main():
    table, terms = Table('entities/companies.tsv'), suffixes()
    hand = {surface: label for surface, label in hand_written()}
    places = surfaces('entities/countries.tsv') | surfaces('entities/cities.tsv') | surfaces('entities/subdivisions.tsv') | surfaces('entities/demonyms.tsv')
    tree = ast.parse((PIP / 'pytickersymbols/indices_data.py').read_text(encoding='utf-8'))
    indices = next(ast.literal_eval(n.value) for n in tree.body if isinstance(n, ast.Assign) and n.targets[0].id == 'INDICES')
    owner = {}
    for key in sorted(indices):
        for company in indices[key]['companies']:
            name = clean(re.sub(r'\s*[(\[].*?[)\]]|\*|®|\.com$', '', company['name']))
            symbol = company.get('symbol') or ''
            if not symbol or len(name) < 2 or re.search(r'Class [A-C]|Series|[<>/"]|[a-z][A-C]$', name) or not is_latin(name):
                continue
            short = stripped(name, terms)
            short = re.sub(r'^The ', '', short)
            # The same symbol on two exchanges may be two companies.
            id = f'ticker:{symbol}' if owner.setdefault(symbol, short) == short else f'gazette:org/{slug(short)}'
            for surface in dict.fromkeys((name, short, short + ' Group' if name.endswith(' Group') else short)):
                if len(surface) < 3 or surface in places or not surface[0].isalnum() or surface[0].islower() or hand.get(surface, 'ORG') != 'ORG':
                    continue
                one = ' ' not in surface
                if one and lower_ratio(surface) > 0.6 and surface.lower() in dictionary():
                    continue
                person = one and surname_counts().get(surface, 0) + given_counts().get(surface, 0) > 3000
                guard = one and (surface.lower() in dictionary() or person) or len(surface.split()) == 2 and all(is_common(w, 0.5) for w in surface.split())
                table.add(surface, 'ORG', id, short, 5, 'guard' if guard else '', 'pytickersymbols')
    # One company, several tickers: the first id serves all its names.
    first, rows = {}, {}
    for (surface, label, id), row in sorted(table.rows.items(), key=lambda r: (len(r[0][2]), r[0])):
        id = first.setdefault(row[3], id)
        if surface not in {k[0] for k in rows if k[0] == surface}:
            rows[surface, label, id] = row[:2] + (id,) + row[3:]
    table.rows = rows
    table.merge_hand()
    table.write()


if __name__ == '__main__':
    main()
