/// What a function word does in a temporal expression; the values of the `date-role` class, whose codes are their raw values.
package enum DateRole: UInt8, Sendable, CaseIterable {
    case the = 1, a, this, that, last, past, previous, next, coming, following, recent, latest, current
    case each, alternate, several, couple, extra, half
    case ago, hence, earlier, later, before, after, old, long, on
    case of, and, or, to, `in`, from, between, at, preposition, per
    case period, fiscal, starting, am, pm, oclock, come, ended
    case twice, times, so, only, counted, own, part, less, eve
}

extension DateRole {
    /// Nil for 0 and what is no code.
    ///
    /// SAFETY: raw values are 1 to that of the last case; in memory the cases are numbered from 0 on in the same order.
    @inline(__always)
    init?(code: UInt8) {
        guard code &- 1 < DateRole.eve.rawValue else { return nil }
        self = unsafeBitCast(code &- 1, to: DateRole.self)
    }

    /// Its name in the lexicon.
    package var name: String { self == .several ? "some" : String(describing: self) }

    /// Whether a word of this role points at a place in time: what follows is likely a date.
    var isPreposition: Bool {
        switch self {
        case .of, .to, .in, .from, .between, .at, .on, .preposition, .before, .after, .ended: return true
        default: return false
        }
    }

    /// Whether an expression may begin with it, or reach across it.
    var isLead: Bool {
        switch self {
        case .counted, .less, .own, .starting, .preposition, .ago, .hence, .old, .long, .on, .come, .am, .pm, .oclock, .ended, .so: return false
        default: return true
        }
    }

    /// Whether it stands before a noun as a determiner that makes the noun definite.
    var isDeterminer: Bool {
        switch self {
        case .the, .this, .that, .last, .past, .previous, .next, .coming, .following, .latest, .current, .each, .own: return true
        default: return false
        }
    }
}

/// Roles as bits, by their codes.
struct DateRoles: BitwiseCopyable {
    let bits: UInt64

    /// Of an array literal it is a constant: the compiler unrolls `forEach` alone.
    @inline(__always)
    init(_ roles: [DateRole]) {
        var bits: UInt64 = 0
        // swift-format-ignore: ReplaceForEachWithForLoop
        roles.forEach { bits |= 1 &<< UInt64($0.rawValue) }
        self.bits = bits
    }
}
