import Testing

@testable import Gazette

@Suite struct GrammarRolesTests {
    /// A set of one role holds the words whose general role that is, and the role itself; no other words, and no content words.
    @Test(arguments: GrammarRole.allCases)
    func holdWordsOfARole(role: GrammarRole) {
        let roles = GrammarRoles([role])
        for other in GrammarRole.allCases.map({ ClauseToken(role: $0) }) {
            let isOne = other.role == role || other.role?.general == role
            #expect(roles.intersects(other.roles) == isOne)
            #expect(roles.mark(other.roleNumber) & 1 == (isOne ? 1 : 0))
            #expect(!other.roles.isContent)
        }
        let content = ClauseToken(part: .word)
        #expect(content.role == nil)
        #expect(content.roles.isContent)
        #expect(!roles.intersects(content.roles))
        #expect(roles.mark(content.roleNumber) & 1 == 0)
    }

    @Test func setsMeetInWordsOfBoth() {
        #expect(GrammarRoles([.of, .no]).intersects(GrammarRoles([.to, .preposition])))
        #expect(!GrammarRoles([.of, .no]).intersects(GrammarRoles([.to, .by])))
    }
}
