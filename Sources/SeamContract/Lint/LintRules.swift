/// The rules that a document is held to beyond the form of its objects.
enum LintRules {
    /// All of them but the compilation of schemas, which tells only what no other rule has told.
    static let all: [any LintRule.Type] = [
        DuplicateMemberRule.self, ReferenceCycleRule.self, ReferenceSiblingRule.self,
        ComponentNameRule.self, DuplicatePathRule.self, PathParameterRule.self, DuplicateParameterRule.self,
        ParameterFormRule.self, IgnoredHeaderRule.self, OperationIDRule.self, LinkRule.self, StatusRule.self,
        UncheckedBodyRule.self, IgnoredBodyRule.self, ResponseKeyRule.self, SecurityRule.self, SecuritySchemeRule.self,
        ServerVariableRule.self,
        SchemaKeywordRule.self, UnknownKeywordRule.self, IdleKeywordRule.self, ArrayItemsRule.self,
        UnsatisfiableRequiredRule.self, MisspeltRequiredRule.self, BoundsRule.self, RepeatedValueRule.self,
        EnumValueRule.self, DefaultRule.self, ExampleRule.self, DiscriminatorMappingRule.self, DiscriminatorRule.self,
    ]
}
