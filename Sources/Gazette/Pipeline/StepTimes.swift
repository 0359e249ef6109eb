#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The processor time that each step of a run has taken: reading records, every stage, writing.
public struct StepTimes: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public let name: String
        public fileprivate(set) var nanoseconds: Int
    }

    /// In the order of the run.
    public private(set) var steps: [Step] = []
    /// What the times are for: all tokens and all bytes of text.
    public private(set) var tokens = 0
    public private(set) var bytes = 0
    private var last = 0

    public init() {}

    /// Begins the first step.
    mutating func start() { last = Self.now }

    /// Counts the time since the last step's end to a step.
    mutating func lap(_ name: String) {
        let now = Self.now
        add(now - last, to: name)
        last = now
    }

    /// Ends the last step of a document.
    mutating func finish(_ document: Document, _ name: String) {
        lap(name)
        tokens += document.tokens.count
        bytes += document.text.count
    }

    /// Adds the times of another worker.
    public mutating func add(_ other: StepTimes) {
        for step in other.steps { add(step.nanoseconds, to: step.name) }
        tokens += other.tokens
        bytes += other.bytes
    }

    private mutating func add(_ nanoseconds: Int, to name: String) {
        if let index = steps.firstIndex(where: { $0.name == name }) {
            steps[index].nanoseconds += nanoseconds
        } else {
            steps.append(Step(name: name, nanoseconds: nanoseconds))
        }
    }

    /// The thread's processor time: what other programs take does not count.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }
}
