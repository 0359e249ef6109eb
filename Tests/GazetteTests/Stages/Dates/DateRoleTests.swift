import Testing

@testable import Gazette

/// Roles from their codes, which are taken for the cases as they lie in memory, against the initialiser that the compiler makes.
@Suite struct DateRoleTests {
    @Test func codesAreRawValues() {
        for code in UInt8.min...UInt8.max { #expect(DateRole(code: code) == DateRole(rawValue: code)) }
    }
}
