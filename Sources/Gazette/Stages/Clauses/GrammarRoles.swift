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

    /// The one that a word has; a content word has one of its own.
    @inline(__always)
    init(of role: GrammarRole?) { bits = 1 &<< Self.number(of: role) }

    /// Whether it is that of a content word.
    @inline(__always)
    var isContent: Bool { bits >> Self.ofContent != 0 }

    @inline(__always)
    func intersects(_ other: GrammarRoles) -> Bool { bits & other.bits != 0 }

    /// In the lowest bit, whether a word has one of the roles.
    @inline(__always)
    func mark(_ role: GrammarRole?) -> UInt32 { bits &>> Self.number(of: role) }

    @inline(__always)
    private static func number(of role: GrammarRole?) -> UInt32 { UInt32(role?.rawValue ?? UInt8(ofContent)) }

    /// The number behind those of all roles. None is stored as just that, so that no branch, which would be guessed wrong, asks whether there is one.
    private static var ofContent: UInt32 { UInt32(GrammarRole.one.rawValue) + 1 }
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
