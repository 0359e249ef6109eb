internal import CICU

/// What ICU knows of single code points; the lexicon compiler asks, annotation reads the compiled tables.
package enum CharacterProperties {
    /// Case-folded, decomposed and without combining marks.
    package static func folded(_ scalar: UInt32) -> [UInt32] {
        var result = [Int32](repeating: 0, count: 8)
        let count = Int(cicu_fold(Int32(scalar), &result, 8))
        return result.prefix(min(count, 8)).map { UInt32($0) }
    }

    package static func isUpper(_ scalar: UInt32) -> Bool { cicu_is_upper(Int32(scalar)) != 0 }

    package static func isAlphabetic(_ scalar: UInt32) -> Bool { cicu_is_alphabetic(Int32(scalar)) != 0 }
}
