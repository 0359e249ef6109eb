/// One step of the pipeline. A stage belongs to one worker and may keep buffers from document to document, but never what it read in one.
protocol Stage {
    /// The layers it reads; they must be assigned by earlier stages.
    static var requires: LayerSet { get }
    /// The layers it writes.
    static var assigns: LayerSet { get }

    /// Adds its layers to a document. Text never makes a stage fail: strange input yields no annotation.
    mutating func run(on document: inout Document)

    /// The same for somebody who wants to know how long it takes, or its parts.
    mutating func run(on document: inout Document, _ times: inout StepTimes, as name: String)
}

extension Stage {
    mutating func run(on document: inout Document, _ times: inout StepTimes, as name: String) {
        run(on: &document)
        times.lap(name)
    }
}
