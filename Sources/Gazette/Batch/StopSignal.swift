#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Asks a batch to read no further, finish the records in hand and end.
public final class StopSignal: Sendable {
    /// Readable once the signal has been raised.
    let descriptor: Int32
    private let writeEnd: Int32

    /// Nil where the system gives no pipe.
    public init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        (descriptor, writeEnd) = (ends[0], ends[1])
    }

    public func raise() { raiseStop(writeEnd) }

    public var isRaised: Bool { isReadable(descriptor) }

    /// Raises the signal when the program is asked to end or interrupted; asked again, it ends at once.
    public func raiseOnTermination() {
        terminationDescriptor = writeEnd
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                raiseStop(terminationDescriptor)
                signal(number, SIG_DFL)
            }
        }
    }
}

/// SAFETY: written once before the handlers are set; a handler only reads it and calls `write` and `signal`, which are safe in a handler
/// (POSIX 2.4.3).
nonisolated(unsafe) private var terminationDescriptor: Int32 = -1

private func raiseStop(_ descriptor: Int32) {
    var byte: UInt8 = 1
    _ = write(descriptor, &byte, 1)
}

/// Whether a read would return at once.
func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
}

/// Waits until a descriptor can be read; false where the signal was raised first.
func waitForInput(_ descriptor: Int32, or stop: StopSignal?) -> Bool {
    guard let stop else { return true }
    var requests = [descriptor, stop.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&requests, 2, -1) < 0, errno == EINTR {}
    return requests[1].revents == 0
}

/// Makes a write to a closed pipe an error instead of the end of the program.
public func ignoreBrokenPipeSignal() { signal(SIGPIPE, SIG_IGN) }
