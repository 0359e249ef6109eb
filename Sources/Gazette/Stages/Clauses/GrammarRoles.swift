/// Roles as bits: one question for several of them, where a switch would jump anew at every token.
struct GrammarRoles: BitwiseCopyable {
    private let bits: UInt32

    /// Words of some roles, with those that rules can tell from others of the role. Of an array literal it is a constant: the compiler unrolls
    /// `forEach` alone.
    @inline(__always)
    init(_ roles: [GrammarRole]) {
        var bits: UInt32 = 0
        // swift-format-ignore: ReplaceForEachWithForLoop
        roles.forEach { bits |= $0.bits }
        self.bits = bits
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

extension GrammarRole {
    /// The bits of the roles of which it is the general one, and its own.
    @inline(__always)
    fileprivate var bits: UInt32 {
        switch self {
        case .preposition: Self.bits(.preposition) | Self.bits(.of) | Self.bits(.linking) | Self.bits(.by)
        case .subordinator: Self.bits(.subordinator) | Self.bits(.if) | Self.bits(.because)
        case .object: Self.bits(.object) | Self.bits(.her)
        case .negator: Self.bits(.negator) | Self.bits(.no)
        case .subject: Self.bits(.subject) | Self.bits(.one)
        default: Self.bits(self)
        }
    }

    @inline(__always)
    private static func bits(_ role: GrammarRole) -> UInt32 { 1 &<< UInt32(role.rawValue) }
}
