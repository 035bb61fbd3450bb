/// The text that every part of Selfmoji reads and writes, on every platform and in every later version. It is what to save.
///
/// `Codable` is for passing values within one app, for instance between its processes: its JSON is laid out as Swift likes it, other parts of
/// Selfmoji cannot read it, and it may change with a version of this package.
extension Recipe {
    /// Reads a recipe that ``json()`` or any other part of Selfmoji wrote.
    ///
    /// - Throws: `SelfmojiError.Recipe` where the text is no recipe that this version knows, or a value is out of range.
    public init(json: String) throws {
        self = try recipeFromJson(json: json)
    }

    /// The recipe as JSON, indented, with a fixed order of its fields: equal recipes have equal texts.
    ///
    /// - Throws: `SelfmojiError.Recipe` where a value is out of range.
    public func json() throws -> String {
        try recipeToJson(recipe: self)
    }
}
