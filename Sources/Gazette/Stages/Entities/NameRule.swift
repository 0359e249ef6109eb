/// What proposes a name.
enum NameRule: UInt8, CaseIterable {
    /// An entry of the lexicons.
    case listed
    case orgHead, orgSuffix, placeHead, eventHead, lawHead
    case titleAndName, givenAndSurname, initialAndSurname, capitalised, given, surnameAlone, speaker
    case placePreposition, placeWord, capitals, abbreviated, quotedTitle, dateline, described, titled
    /// A place as its team.
    case team
    /// Taken up from an earlier mention.
    case acronym, surname, shortForm
    /// Proposed by no rule, only the sum of its evidence.
    case weighed

    /// As records state it.
    var name: StaticName {
        switch self {
        case .listed: "listed"
        case .team: "team"
        case .orgHead: "org-head"
        case .orgSuffix: "org-suffix"
        case .placeHead: "place-head"
        case .eventHead: "event-head"
        case .lawHead: "law-head"
        case .titleAndName: "title+name"
        case .givenAndSurname: "given+surname"
        case .initialAndSurname: "initial+surname"
        case .capitalised: "capitalised"
        case .given: "given"
        case .surnameAlone: "surname-alone"
        case .speaker: "speaker"
        case .placePreposition: "place-preposition"
        case .placeWord: "place-word"
        case .capitals: "capitals"
        case .abbreviated: "abbreviated"
        case .quotedTitle: "quoted-title"
        case .dateline: "dateline"
        case .described: "described"
        case .titled: "titled"
        case .acronym: "acronym"
        case .surname: "surname"
        case .shortForm: "short-form"
        case .weighed: "evidence"
        }
    }
}
