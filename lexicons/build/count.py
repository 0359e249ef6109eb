#!/usr/bin/env python3
"""Counts what the lists of names hold, in the table of SOURCES.md under "What the lists of names hold".

The last column says which rows a kind has: files of lexicons/en/entities, then perhaps a label, and words of which a name must have one ("with") or may
have none ("without"); clauses are parted by semicolons. Things are different ids, surfaces different first columns.

    count.py          rewrites the figures
    count.py --check  fails where they are not what the files hold
"""
import csv, pathlib, re, sys

HERE = pathlib.Path(__file__).parent
SOURCES = HERE.parent / 'SOURCES.md'
ENTITIES = HERE.parent / 'en' / 'entities'
CLAUSE = re.compile(r'(?P<files>`[\w-]+`(?:, `[\w-]+`)*)(?: (?P<label>[A-Z_]+))?(?: (?P<how>with|without) (?P<words>.+))?')


def rows(clause):
    match = CLAUSE.fullmatch(clause.strip())
    if not match:
        sys.exit(f"{SOURCES}: '{clause.strip()}' names no rows: files in backquotes, a label, 'with' or 'without' words")
    words = re.compile(r'\b(' + '|'.join(map(re.escape, (match['words'] or '').split(', '))) + r')\b', re.IGNORECASE)
    for name in re.findall(r'`([\w-]+)`', match['files']):
        with open(ENTITIES / f'{name}.tsv', encoding='utf-8') as file:
            for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
                if match['label'] in (None, row['label']) and (not match['how'] or bool(words.search(row['name'])) == (match['how'] == 'with')):
                    yield row


def counted(line):
    """A row of the table with its figures as they are."""
    kind, _, _, spec = (cell.strip() for cell in line.strip('|').split('|'))
    found = [row for clause in spec.split(';') for row in rows(clause)]
    ids = {row['id'] for row in found} - {''}
    return f'| {kind} | {len(ids) or "–"} | {len({row["surface"] for row in found})} | {spec} |'


def main(check):
    text = SOURCES.read_text(encoding='utf-8')
    table = re.search(r'(?<=\| kind \| things \| surfaces \| rows \|\n\|---\|---\|---\|---\|\n)(?:\|.*\n)+', text)
    if not table:
        sys.exit(f'{SOURCES}: no table with the columns kind, things, surfaces, rows')
    new = ''.join(counted(line) + '\n' for line in table[0].splitlines())
    if check and new != table[0]:
        stale = [line for line, old in zip(new.splitlines(), table[0].splitlines()) if line != old]
        sys.exit('\n'.join([f'{SOURCES}: other figures than the files have; lexicons/build/count.py rewrites them:'] + stale))
    if not check:
        SOURCES.write_text(text.replace(table[0], new), encoding='utf-8')


if __name__ == '__main__':
    main(check='--check' in sys.argv[1:])
