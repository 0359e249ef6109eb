public import ArgumentParser

/// An argument that is one of a few words. It says itself what these are, as the library would find it by the types' conformances, which takes time at
/// every start.
public protocol ListedArgument: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension ListedArgument {
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }

    public static var allValueDescriptions: [String: String] { [:] }

    public var defaultValueDescription: String { rawValue }
}
