"""words/common.tsv and segmentation/abbreviations.tsv (SCOWL, spaCy lexeme probabilities, CLDR, us, hand)."""
import re
from common import *
from places import us_states

# CLDR's suppressions that news would rather see end a sentence, or that are no abbreviations.
NOT_SUPPRESSED = frozenset('All. Am. Act. As. By. Do. Go. Hat. In. Is. Job. Joe. Jam. Lev. Link. Long. On. Or. Op. Pro. To. Up. Id. Card. Mart. Ok. OK. Cap. Id. AA. AB. '
                           'Hz. Kb. Mb. Gb. MR. M.R. VS. PP. PC. DC. Num. Do. Min. Sq. Diff. Lib. Abs. Var. Comm. Alt. Cont. Org. Misc. Def. Exec. exec. AD. Ed. K.R. R.L. R.T. J.K. J.B. M.T. '
                           'I. Est. Sep. Ex. Phys. Fn. Md. Nr. Jun. Mar.'.split())


def common():
    table = Table('words/common.tsv', WORD)
    words = [w for w in dictionary() if w in probabilities() and re.fullmatch(r"[a-z]+(-[a-z]+)*", w)]
    words.sort(key=lambda w: (-probability(w), w))
    for word in words[:25000]:
        table.word(word, 'common', f'{max(-5.0, min(5.0, lower_ratio(word))):.1f}'.replace('-0.0', '0.0'), 'spacy')
    table.write()


def abbreviations():
    table = Table('segmentation/abbreviations.tsv', WORD)
    for value, words in ((row[0], row[1].split()) for row in read_hand('abbreviations')):
        for word in words:
            table.word(word, 'abbreviation', value)
    known = {row[0] for row in table.rows.values()}
    for postal, short in us_states():
        if short.endswith('.') and short not in known:
            known.add(short)
            table.word(short, 'abbreviation', 'any', 'us')
    for element in cldr('segments').iter('suppression'):
        if element.text not in NOT_SUPPRESSED | known:
            single = re.fullmatch(r'[A-Z]\.', element.text)
            table.word(element.text, 'abbreviation', 'name' if single else 'any', 'cldr')
    for letter in 'ABCDEFGHJKLMNOPQRSTUVWXYZ':
        if letter + '.' not in known:
            table.word(letter + '.', 'abbreviation', 'name')
    table.write()


if __name__ == '__main__':
    common()
    abbreviations()
