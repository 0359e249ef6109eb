/// The evidence of names elsewhere in the document.
extension EvidenceReader {
    /// What the memory is asked for a span.
    struct Question {
        var words: MentionMemory.Words
        /// The tokens before and behind the span that a comma, a hyphen or `and` joins to it, -1 where nothing does.
        var left: Int32 = -1
        var right: Int32 = -1
    }

    /// The question for a span, which stays the same whatever is chosen.
    @inline(__always)
    func question(_ tokens: TokenRange, _ numbers: inout WordNumbers, _ document: Document) -> Question {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        var question = Question(words: MentionMemory.words(tokens, &numbers, document))
        if start >= 2, before(start).isSeries { question.left = Int32(truncatingIfNeeded: start - 2) }
        if end + 1 < document.tokens.count, after(end).isSeries { question.right = Int32(truncatingIfNeeded: end + 1) }
        return question
    }

    /// Hands over what is known of the span's words and of the names beside it.
    @inline(__always)
    func readMemory<Sink: EvidenceSink>(_ tokens: TokenRange, _ question: Question, into sink: inout Sink) {
        readSeries(question, into: &sink)
        readMentions(tokens, question.words, into: &sink)
    }

    /// `X, Y and Z`: the groups of the mentions that a comma or `and` joins to it.
    @inline(__always)
    private func readSeries<Sink: EvidenceSink>(_ question: Question, into sink: inout Sink) {
        if question.left >= 0, let mention = memory.map[Int(question.left)] { sink.add(offsets[.series], mention.group.rawValue) }
        if question.right >= 0, let mention = memory.map[Int(question.right)] {
            sink.add(offsets[.series], NameGroup.count + mention.group.rawValue)
        }
    }

    @inline(__always)
    private func readMentions<Sink: EvidenceSink>(_ tokens: TokenRange, _ words: MentionMemory.Words, into sink: inout Sink) {
        let first = memory.elsewhere(words.first, at: tokens.lowerBound)
        if tokens.count == 1 {
            readWhole(first, into: &sink)
            readElsewhere(first, offsets[.firstElsewhere], into: &sink)
        } else {
            readWhole(memory.elsewhere(words.whole, of: tokens), into: &sink)
            readElsewhere(first, offsets[.firstElsewhere], into: &sink)
            readElsewhere(memory.elsewhere(words.last, at: tokens.upperBound - 1), offsets[.lastElsewhere], into: &sink)
        }
    }

    @inline(__always)
    private func readWhole<Sink: EvidenceSink>(_ record: MentionMemory.Record, into sink: inout Sink) {
        record.eachGroup(.whole) { group, count in sink.add(offsets[.mention], group &* 2 &+ (count == 1 ? 0 : 1)) }
    }

    @inline(__always)
    private func readElsewhere<Sink: EvidenceSink>(_ record: MentionMemory.Record, _ offset: Int, into sink: inout Sink) {
        if record.isEmpty { return }
        record.eachGroup(.whole) { group, _ in sink.add(offset, group &* 3) }
        record.eachGroup(.first) { group, _ in sink.add(offset, group &* 3 &+ 1) }
        record.eachGroup(.last) { group, _ in sink.add(offset, group &* 3 &+ 2) }
    }
}
