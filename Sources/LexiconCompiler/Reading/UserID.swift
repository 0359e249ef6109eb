import Gazette

/// The id of a thing that a user's file names without giving one.
enum UserID {
    /// `user:org/acme-corporation`: the label and the surface in small letters, everything else than letters and digits a hyphen.
    static func made(of surface: String, _ label: RowLabel) -> String {
        var slug = ""
        for scalar in surface.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, slug.last != "-" {
                slug += "-"
            }
        }
        if slug.last == "-" { slug.removeLast() }
        return "user:\(label.description.lowercased())/\(slug)"
    }
}
