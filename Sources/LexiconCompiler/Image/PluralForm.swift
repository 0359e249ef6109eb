import Gazette

/// The plural under which a text may name things of an entry's kind: `F-16s`, `iPhones`, `Rohingyas`.
///
/// Models of things and peoples have one; of a people, not where its name is an adjective alone (`British`, `Chinese`).
struct PluralForm {
    /// None or one.
    let surfaces: [String]

    init(_ row: EntryRow) {
        let hasPlural = row.label.label == .product || row.label.label == .norp
        guard hasPlural, row.flags.isDisjoint(with: [.exact, .guarded]), let plural = Self.plural(of: row.surface, isPeople: row.label.label == .norp)
        else {
            surfaces = []
            return
        }
        surfaces = [plural]
    }

    private static let adjectiveEndings = ["ish", "ese", "ch", "sh", "ic", "s", "x", "z"]

    private static func plural(of surface: String, isPeople: Bool) -> String? {
        guard let last = surface.utf8.last, last.isLetter || last.isDigit else { return nil }
        if isPeople, adjectiveEndings.contains(where: surface.hasSuffix) { return nil }
        if surface.hasSuffix("s") { return nil }
        if ["x", "z", "ch", "sh"].contains(where: surface.hasSuffix) { return surface + "es" }
        return surface + "s"
    }
}
