/// How gold and predicted marks fared against each other: the five outcomes of MUC-5 (Chinchor & Sundheim 1993).
public struct Counts: Sendable, Hashable {
    public var correct = 0
    /// Half right; only the partial scheme gives this.
    public var partial = 0
    /// Gold and prediction belong together, but differ.
    public var incorrect = 0
    /// Gold without a prediction.
    public var missed = 0
    /// A prediction without gold.
    public var spurious = 0

    public init(correct: Int = 0, partial: Int = 0, incorrect: Int = 0, missed: Int = 0, spurious: Int = 0) {
        (self.correct, self.partial, self.incorrect, self.missed, self.spurious) = (correct, partial, incorrect, missed, spurious)
    }

    /// Gold marks.
    public var possible: Int { correct + partial + incorrect + missed }
    /// Predicted marks.
    public var actual: Int { correct + partial + incorrect + spurious }
    /// What counts as right: a partial match counts half (nervaluate; SemEval-2013 task 9).
    public var credit: Double { Double(correct) + 0.5 * Double(partial) }

    /// One that is right if nothing is wrong, missed or spurious.
    var asOneCase: Counts { partial + incorrect + missed + spurious == 0 ? Counts(correct: 1) : Counts(incorrect: 1) }

    public static func + (left: Counts, right: Counts) -> Counts {
        Counts(
            correct: left.correct + right.correct, partial: left.partial + right.partial, incorrect: left.incorrect + right.incorrect,
            missed: left.missed + right.missed, spurious: left.spurious + right.spurious)
    }
}

/// The counts of one measure, and the ratios that follow from them. An undefined ratio is nil.
public struct Score: Sendable, Hashable {
    /// Of texts whose gold is complete.
    public var complete = Counts()
    /// Of texts whose gold names only some marks, where nothing is known of the other predictions.
    public var recallOnly = Counts()

    public init(complete: Counts = Counts(), recallOnly: Counts = Counts()) { (self.complete, self.recallOnly) = (complete, recallOnly) }

    /// Nil where there is no prediction of which to say whether it is right.
    public var precision: Double? { complete.actual == 0 ? nil : complete.credit / Double(complete.actual) }

    /// Nil where there is no gold.
    public var recall: Double? {
        let possible = complete.possible + recallOnly.possible
        return possible == 0 ? nil : (complete.credit + recallOnly.credit) / Double(possible)
    }

    /// The harmonic mean; 0 where gold or predictions are there and nothing is right; nil where precision cannot be told.
    public var f1: Double? {
        if complete.possible + complete.actual == 0 { return nil }
        guard let precision, let recall, precision + recall > 0 else { return 0 }
        return 2 * precision * recall / (precision + recall)
    }

    public static func + (left: Score, right: Score) -> Score {
        Score(complete: left.complete + right.complete, recallOnly: left.recallOnly + right.recallOnly)
    }
}
