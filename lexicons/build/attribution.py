"""quotations/attribution.tsv: words that put words or thoughts into somebody's mouth, with the frames in which they do (hand), inflected."""
import re
from collections import defaultdict
from common import *

# Past and past participle of verbs that are not regular.
IRREGULAR = {
    'say': 'said said', 'tell': 'told told', 'write': 'wrote written', 'think': 'thought thought', 'know': 'knew known', 'find': 'found found',
    'see': 'saw seen', 'hear': 'heard heard', 'hold': 'held held', 'feel': 'felt felt', 'understand': 'understood understood', 'swear': 'swore sworn',
    'show': 'showed shown', 'forget': 'forgot forgotten', 'foresee': 'foresaw foreseen', 'foretell': 'foretold foretold', 'teach': 'taught taught',
    'mean': 'meant meant', 'make': 'made made', 'take': 'took taken', 'speak': 'spoke spoken', 'choose': 'chose chosen', 'lay': 'laid laid',
    'go': 'went gone', 'shoot': 'shot shot', 'fire': 'fired fired', 'hit': 'hit hit', 'begin': 'began begun', 'sing': 'sang sung', 'read': 'read read',
    'bet': 'bet bet', 'seek': 'sought sought', 'give': 'gave given', 'draw': 'drew drawn', 'pay': 'paid paid', 'cast': 'cast cast',
    'broadcast': 'broadcast broadcast', 'forecast': 'forecast forecast', 'gainsay': 'gainsaid gainsaid', 'uphold': 'upheld upheld',
    'overhear': 'overheard overheard', 'forgive': 'forgave forgiven', 'undertake': 'undertook undertaken', 'beg': 'begged begged', 'leak': 'leaked leaked',
    'dream': 'dreamed dreamed',
}
# Verbs of more than one syllable that double their last letter, beside all those of one.
DOUBLING = frozenset('abhor admit begin concur deter extol forget infer prefer quip rebut recap refer regret'.split())


def verb_forms(word):
    """The verb's forms with the names that the lexicon gives them."""
    sibilant = re.search(r'(s|x|z|ch|sh)$', word)
    consonant_y = re.search(r'[^aeiou]y$', word)
    third = word + 'es' if sibilant else word[:-1] + 'ies' if consonant_y else word + 's'
    short = re.fullmatch(r'[^aeiou]*[aeiou][bdgklmnprt]', word) or word in DOUBLING
    stem = word + word[-1] if short else word
    gerund = re.sub(r'(?<![eoy])e$', '', stem) + 'ing'
    past = (stem[:-1] + 'ied' if consonant_y else stem + 'd' if stem.endswith('e') else stem + 'ed')
    pasts = IRREGULAR[word].split() if word in IRREGULAR else [past, past]
    if word == 'go':
        third = 'goes'
    return [('base', word), ('third', third), ('past', pasts[0]), ('past' if pasts[0] == pasts[1] else 'participle', pasts[1]), ('gerund', gerund)]


def surfaces(lemma, frames):
    """(surface, form) of a row's lemma; `lemma=form:form` names the forms of a phrase."""
    if 'noun' in frames:
        return [(lemma, 'noun'), (re.sub(r'([^aeiou])y$', r'\1ie', lemma) + 's', 'noun')]
    if not {'adjunct', 'adjective', 'blank', 'guard'}.isdisjoint(frames):
        return [(lemma, '')]
    lemma, _, given = lemma.partition('=')
    if given:
        return [(surface, 'past') for surface in given.split(':')]
    first, _, rest = lemma.partition(' ')
    return [(f'{form} {rest}'.strip(), name) for name, form in verb_forms(first)]


def attribution():
    values = defaultdict(set)
    for frames, lemmas in read_hand('attribution'):
        for lemma in lemmas.split('|'):
            for surface, form in surfaces(lemma, frames.split(',')):
                values[surface].update(frames.split(','), [form] if form else [])
    rows = sorted('\t'.join((surface, 'attribution', ','.join(sorted(names)), 'hand')).encode() for surface, names in values.items())
    path = OUT / 'quotations' / 'attribution.tsv'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b''.join(row + b'\n' for row in ['\t'.join(WORD).encode()] + rows))
    print(f'quotations/attribution.tsv: {len(rows)}')


attribution()
