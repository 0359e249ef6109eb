// What a record calls the cases of enumerations: literals, so that no string is made for what is written of every annotation.

extension EntityLabel {
    var literal: StaticString {
        switch self {
        case .person: "PERSON"
        case .norp: "NORP"
        case .facility: "FAC"
        case .organization: "ORG"
        case .geopolitical: "GPE"
        case .location: "LOC"
        case .product: "PRODUCT"
        case .event: "EVENT"
        case .work: "WORK_OF_ART"
        case .law: "LAW"
        case .language: "LANGUAGE"
        case .custom: "CUSTOM"
        }
    }
}

extension TemporalExpression.Kind {
    var literal: StaticString {
        switch self {
        case .date: "DATE"
        case .time: "TIME"
        case .duration: "DURATION"
        case .set: "SET"
        }
    }
}

extension NumericExpression.Kind {
    var literal: StaticString {
        switch self {
        case .cardinal: "cardinal"
        case .ordinal: "ordinal"
        case .fraction: "fraction"
        case .percent: "percent"
        case .money: "money"
        case .quantity: "quantity"
        case .age: "age"
        case .score: "score"
        case .ratio: "ratio"
        }
    }
}

extension StanceCategory {
    var literal: StaticString {
        switch self {
        case .hedge: "hedge"
        case .booster: "booster"
        case .attitude: "attitude"
        case .factive: "factive"
        case .assertive: "assertive"
        case .implicative: "implicative"
        case .report: "report"
        case .distancing: "distancing"
        case .modality: "modality"
        case .intensifier: "intensifier"
        case .oneSided: "one-sided"
        case .privateState: "private-state"
        case .denial: "denial"
        }
    }
}

extension Uncertainty {
    var literal: StaticString {
        switch self {
        case .epistemic: "epistemic"
        case .doxastic: "doxastic"
        case .condition: "condition"
        case .investigation: "investigation"
        }
    }
}
