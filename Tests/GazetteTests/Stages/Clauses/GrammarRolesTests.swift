import Testing

@testable import Gazette

@Suite struct GrammarRolesTests {
    /// A set of one role holds the words whose general role that is, and the role itself; no other words, and no content words.
    @Test(arguments: GrammarRole.allCases)
    func holdWordsOfARole(role: GrammarRole) {
        let roles = GrammarRoles([role])
        for other in GrammarRole.allCases {
            let isOne = other == role || other.general == role
            #expect(roles.intersects(GrammarRoles(of: other)) == isOne)
            #expect(roles.mark(other) & 1 == (isOne ? 1 : 0))
            #expect(!GrammarRoles(of: other).isContent)
        }
        #expect(!roles.intersects(GrammarRoles(of: nil)))
        #expect(roles.mark(nil) & 1 == 0)
    }

    @Test func setsMeetInWordsOfBoth() {
        #expect(GrammarRoles(of: nil).isContent)
        #expect(GrammarRoles([.of, .no]).intersects(GrammarRoles([.to, .preposition])))
        #expect(!GrammarRoles([.of, .no]).intersects(GrammarRoles([.to, .by])))
    }
}
