/// How the values of the classes that name stages read are numbered in an image, so that a stage never compares texts.
package enum ValueCode {
    /// The values that a class may take; a value's code is its place in the list, counted from 1.
    package static let names: [WordClass: [String]] = [
        .nameLink: ["of", "for", "on", "and", "the", "in", "a"],
        .placePreposition: ["in", "to"],
        .title: ["honorific", "role"],
        .orgHead: ["first", "last", "either"],
        .placeHead: ["LOC", "GPE", "FAC", "LOC-first", "GPE-first", "FAC-first", "LOC-either", "GPE-either", "FAC-either"],
        .eventHead: ["", "first"],
        .season: Season.allCases.map(\.rawValue),
        .timeUnit: TimeUnit.allCases.map(\.rawValue),
        .dayPart: DayPart.allCases.map(\.rawValue),
        .dateModifier: ["START", "MID", "END"],
        .era: Era.names,
        .dateRole: DateRole.allCases.map(\.name),
        .tense: TenseMark.allCases.map(\.name),
        .grammar: GrammarRole.names,
        .nounPhrase: ["plural", "modifier", "end"],
        .nameNoun: ["person", "place", "organization", "people", "language", "work", "product", "event", "opponent", "victory", "margin"],
    ]

    /// Of nouns that say what a name beside them is.
    package static let (person, place, organization, language, work, product) = (1, 2, 3, 5, 6, 7)

    /// Of words between and behind teams: `v`, `beat`, `wickets`.
    package static let (opponent, victory, margin) = (9, 10, 11)

    /// The code of a word that is as frequent in small letters as with a capital; a tenth of a power of ten is 1.
    package static let commonZero = 128
}
