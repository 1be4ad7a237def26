import JSON
import JSONSchema

extension SchemaView {
    /// Keeps of the values that may be there those that are listed, too.
    ///
    /// - Parameters:
    ///   - values: what is listed; null among it is left out.
    ///   - place: where.
    mutating func limitChoices(_ values: [JSONValue], at place: SchemaPlace) {
        let known = choices.map { Set($0.value) }
        let kept = values.filter { !$0.isNull && known?.contains($0) != false }
        choices = Found(value: kept, place: choices?.place ?? place)
        types.formIntersection(ValueTypes(kept.map(ValueTypes.init(of:))))
    }

    /// Drops what makes no difference: bounds for values of other types than are allowed, listed values of other types, and
    /// a list of both Booleans.
    mutating func dropIdleParts() {
        limits = limits.filter { limit, _ in !types.isDisjoint(with: limit.types) }
        if !types.contains(.string) { patterns = [:] }
        if !types.contains(.array) { items = [] }
        guard let listed = choices else { return }
        let values = listed.value.filter { types.contains(ValueTypes(of: $0)) }
        choices = types == .boolean && Set(values).count == 2 ? nil : Found(value: values, place: listed.place)
    }
}
