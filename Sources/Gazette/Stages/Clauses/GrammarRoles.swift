/// Roles as bits: one question for several of them, where a switch would jump anew at every token.
struct GrammarRoles: BitwiseCopyable {
    private let bits: UInt32

    /// Words of some roles, with those that rules can tell from others of the role. Of an array literal it is a constant: the compiler unrolls
    /// `forEach` alone, and that only while little is done in it.
    @inline(__always)
    init(_ roles: [GrammarRole]) {
        let bits = Self.bits(roles)
        self.bits =
            bits | Self.bits([.of, .linking, .by], under: .preposition, in: bits) | Self.bits([.if, .because], under: .subordinator, in: bits)
            | Self.bits([.her], under: .object, in: bits) | Self.bits([.no], under: .negator, in: bits) | Self.bits([.one], under: .subject, in: bits)
    }

    @inline(__always)
    private static func bits(_ roles: [GrammarRole]) -> UInt32 {
        var bits: UInt32 = 0
        // swift-format-ignore: ReplaceForEachWithForLoop
        roles.forEach { bits |= 1 &<< UInt32($0.rawValue) }
        return bits
    }

    /// Some roles where their general one is in a set; otherwise none.
    @inline(__always)
    private static func bits(_ roles: [GrammarRole], under general: GrammarRole, in set: UInt32) -> UInt32 {
        bits(roles) &* (set &>> UInt32(general.rawValue) & 1)
    }

    /// The one of a number; content words have one of their own.
    @inline(__always)
    init(number: UInt8) { bits = 1 &<< UInt32(number) }

    /// The number behind those of all roles.
    static var contentNumber: UInt8 { GrammarRole.one.rawValue + 1 }

    /// Whether it is that of a content word.
    @inline(__always)
    var isContent: Bool { bits >> UInt32(Self.contentNumber) != 0 }

    @inline(__always)
    func intersects(_ other: GrammarRoles) -> Bool { bits & other.bits != 0 }

    /// In the lowest bit, whether a role of a number is among them.
    @inline(__always)
    func mark(_ number: UInt8) -> UInt32 { bits &>> UInt32(number) }
}
