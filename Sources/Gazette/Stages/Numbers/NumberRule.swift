/// What finds a number.
enum NumberRule: UInt8 {
    case cardinal, ordinal, fraction, multiple
    case moneyPrefix, moneySuffix, moneyMinor
    case percent, percentOf, sharePoints, quantity, quantityCompound, temperature
    case age, aged, ageAfterName, ages
    case range, score, ratio

    /// As records state it.
    var name: StaticName {
        switch self {
        case .cardinal: "cardinal"
        case .ordinal: "ordinal"
        case .fraction: "fraction"
        case .multiple: "multiple"
        case .moneyPrefix: "money-prefix"
        case .moneySuffix: "money-suffix"
        case .moneyMinor: "money-minor"
        case .percent: "percent"
        case .percentOf: "percent-of"
        case .sharePoints: "share-points"
        case .quantity: "quantity"
        case .quantityCompound: "quantity-compound"
        case .temperature: "temperature"
        case .age: "age"
        case .aged: "aged"
        case .ageAfterName: "age-after-name"
        case .ages: "ages"
        case .range: "range"
        case .score: "score"
        case .ratio: "ratio"
        }
    }
}
