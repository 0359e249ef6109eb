#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Gazette

/// Tells people something, on standard error. Where nobody can be told, the work goes on.
func printError(_ message: String, terminator: String = "\n") { try? OutputFile.standardError.write(Array((message + terminator).utf8)) }

extension CommandLine {
    /// The running program's file.
    static var executablePath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? arguments[0]
    }

    /// How many cores the program may use.
    static let coreCount = ProcessInfo.processInfo.activeProcessorCount

    /// Whether standard error is a terminal.
    static var hasTerminal: Bool { isatty(2) == 1 }
}
