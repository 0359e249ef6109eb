/// An input record: its text, and its fields as they were written.
public struct Article: Sendable {
    /// The text as valid UTF-8.
    public internal(set) var text: [UInt8] = []
    /// The record as a JSON object without its closing brace; fields that bear the name of something Gazette writes are left out.
    public internal(set) var fields: [UInt8] = []
    /// What identifies it to people; empty where the record has no id.
    public internal(set) var id = ""
    /// What it is called; empty where the record has no title.
    public internal(set) var title = ""
    /// The day it was written, where its date field says so.
    public internal(set) var date: CalendarDate?
    /// The time of that day in seconds since midnight, where the field has one.
    public internal(set) var secondOfDay: Int?
    /// What is odd about the record, but no reason to refuse it.
    public internal(set) var warnings: [String] = []

    public init() {}

    mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        (id, title, date, secondOfDay) = ("", "", nil, nil)
        warnings.removeAll(keepingCapacity: true)
    }
}

/// Which fields of a record carry what.
public struct FieldNames: Sendable, Hashable {
    public var text: String
    public var id: String
    public var date: String
    public var title: String

    public init(text: String = "text", id: String = "id", date: String = "date", title: String = "title") {
        (self.text, self.id, self.date, self.title) = (text, id, date, title)
    }
}
