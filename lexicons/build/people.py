"""entities/people.tsv: well-known people (WordNet) and present leaders (Factbook)."""
import re
from collections import Counter
from common import *
from names import recase, surname_counts, given_counts

UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
CAPS = rf"(?:Mc|Mac|de |De |da |al-|El-|O')?{UPPER}{{2,}}(?:['-]{UPPER}+)*"
WORD = rf"(?:{UPPER}[\w'.-]*|bin|al|de|da|dos|van|von|ibn|ul|el|Al-\w+)"
TITLES = re.compile(r"^(?:(?:(?:Overall |Acting |Interim |Transition(?:al)? |Supreme |Vice |Deputy |First |Second |Federal |State |Co-|Governor |Lieutenant |Chief |Prime |Crown )*"
                    r"(?:President|Minister|Chairperson|Chairman|Chancellor|Premier|King|Queen|Prince|Princess|Sultan|Amir|Emir|Pope|Ambassador|Charg[ée] d'Affaires|Leader|Governor(?:-General| General)?|Administrator|Commissioner|Secretary|"
                    r"Captain Regent|Co-prince|Grand Duke|Archbishop|Bailiff|General|Gen|Lt|Col|Capt|Sir|Dame|Dr|Sheikh|Sayyid|Speaker|Mr|Ms|Mrs|Taoiseach|Justice|Colonel|Marshal|Field|High|Head of State|Head|State Council|Council)\b\.?(?:-designate|-elect)?)[ ,]+(?:of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*,? )?)+", re.I)


def person(text):
    """'Asif Ali ZARDARI' as (Asif Ali Zardari, Zardari), or None."""
    text = clean(re.split(r'[(;,\n]', text)[0])
    text = TITLES.sub('', re.sub(r'^.*\bConsul(?: General)? ', '', text)).strip()
    words = text.split()
    caps = [i for i, w in enumerate(words) if re.fullmatch(CAPS, w)]
    if not caps or not 2 <= len(words) <= 5 or not all(re.fullmatch(WORD, w) or i in caps for i, w in enumerate(words)) or not is_latin(text):
        return None
    shown = [recase_word(w) if i in caps else w for i, w in enumerate(words)]
    if any(re.fullmatch(r'(I|II|III|IV|V|VI|X|XIV)', words[i]) for i in caps) or re.search(r'\b(President|Minister|Ambassador|King|Vacant|Election|Assembly)\b', text):
        return None
    return ' '.join(shown), ' '.join(shown[i] for i in caps)


def recase_word(word):
    return '-'.join(recase(part) if re.fullmatch('[A-Z]+', part) else part[0] + part[1:].lower() if part.isupper() and "'" not in part
                    else "'".join(p.capitalize() for p in part.split("'")) if part.isupper() else re.sub(rf'{UPPER}{{2,}}', lambda m: m[0].capitalize(), part) for part in word.split('-'))


def from_factbook(table, hand):
    for code, entity in factbook().items():
        government = entity.get('Government', {})
        executive = government.get('Executive branch', {})
        leaders = [(6, part) for field in ('chief of state', 'head of government') for part in fact(executive, field).split(';')]
        leaders += [(3, part) for field in ('Diplomatic representation in the US', 'Diplomatic representation from the US') for part in fact(government, field, 'chief of mission').split(';')]
        results = re.sub(r'\s+', ' ', fact(executive, 'election results'))
        leaders += [(3, m[0][:-1]) for m in re.finditer(rf"(?:{UPPER}[\w'.-]+ ){{1,3}}{CAPS}(?: {CAPS})? \(", clean(results))]
        for size, text in leaders:
            found = person(text)
            if not found:
                continue
            full, family = found
            words = full.split()
            id, full = hand.get(full) or hand.get(f'{words[0]} {family}') or (f'gazette:person/{slug(full)}', full)
            table.add(' '.join(words), 'PERSON', id, full, size, '', 'factbook')
            if len(words) > 2 and words[-1] == family and len(words[1]) > 1:
                given = words[-2] if re.match(r'(M[ou]hamm?[ae]d|Md|Abdul|Abdel|Jo[sã]e?|Maria)\b', words[0]) and len(words) == 3 else words[0]
                if len(given.rstrip('.')) > 1 and given[0].isupper():
                    table.add(f'{given} {family}', 'PERSON', id, full, size, '', 'factbook')
            if size == 6 and family.lower() not in dictionary() and surname_counts().get(family, 0) < 20000 and len(family) > 3:
                table.add(family, 'PERSON', id, full, 4, 'guard', 'factbook')


def from_wordnet(table, hand):
    people = [s for s in instances() if s.lexfile == 18 and not is_kind(s, 'deity#1', 'imaginary_being#1', 'spiritual_being#1', 'fictional_character#1', 'mythical_being#1')
              and not re.search(r'\((Greek|Roman|Norse|Arthurian|Old Testament|Bible|Hindu|classical|Greek mythology)[^)]*\)|legendary|myth|fictional|character in', s.gloss)]
    singles = Counter(w for s in people for w in s.words if ' ' not in w)
    for synset in people:
        full = [clean(w) for w in synset.words if ' ' in w and not re.search(r'[\d(]|^(President|Saint|St\.|First|1st|Second|2nd|Third|King of|Queen of|Duke of|Earl of|Baron|Viscount) ', w)]
        if not full:
            continue
        # Of the spellings, the plain one: no titles, not too long.
        name = min(full, key=lambda f: (bool(re.match(r'(Sir|Lord|Dame|President|King|Queen|Count|Baron|Mrs\.|Dr\.) ', f)), abs(len(f.split()) - 2)))
        id, name = next((hand[f] for f in full if f in hand), (synset.id, name))
        for surface in full:
            if not surface[0].isupper() and not surface.startswith(('bin ', 'al-', 'de ', 'van ', 'von ')) or surface[0].islower() and len(surface.split()) < 2:
                continue
            guard = all(is_common(w) or w.islower() for w in surface.split()) or surface[0].islower()
            table.add(surface, 'PERSON', id, name, 4, 'guard' if guard and surface != 'bin Laden' else '', 'wordnet')
        for word in synset.words:
            word = clean(word)
            bearers = surname_counts().get(word, 0) + given_counts().get(word, 0)
            if ' ' not in word and singles[word] == 1 and word[0].isupper() and word.lower() not in dictionary() and bearers < 40000 and len(word) > 3 and '.' not in word:
                table.add(word, 'PERSON', id, name, 3, 'guard', 'wordnet')


def from_hand(table):
    for id, name, others in ((row + [''])[:3] for row in read_hand('people')):
        for surface in [name] + [s for s in others.split('|') if s]:
            table.add(surface.rstrip('*'), 'PERSON', id, name, 7, 'guard' if surface.endswith('*') else '')


def main():
    table = Table('entities/people.tsv')
    from_hand(table)
    known = {row[0]: (row[2], row[3]) for row in table.rows.values()}
    from_factbook(table, known)
    from_wordnet(table, known)
    for key in [k for k, row in table.rows.items() if row[6] != 'hand' and k[0] in known]:
        del table.rows[key]
    table.merge_hand()
    table.write()


if __name__ == '__main__':
    main()
