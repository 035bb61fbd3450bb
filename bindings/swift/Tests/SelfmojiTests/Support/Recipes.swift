import Selfmoji

extension Recipe {
    /// A copy in which some fields are others.
    func with(
        pack: String? = nil, version: String? = nil, parts: [Kind: String]? = nil, transforms: [Kind: Adjust]? = nil,
        axes: [Kind: [String: Float]]? = nil, expression: String? = nil
    ) -> Recipe {
        Recipe(
            pack: pack ?? self.pack, version: version ?? self.version, parts: parts ?? self.parts, colours: colours,
            transforms: transforms ?? self.transforms, axes: axes ?? self.axes, expression: expression ?? self.expression)
    }
}
