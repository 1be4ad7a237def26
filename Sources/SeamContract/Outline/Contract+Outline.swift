import JSON
import JSONSchema
import YAMLSource

extension Contract {
    /// An operation as a person wants to read it.
    ///
    /// - Parameter operation: an operation of this contract.
    /// - Returns: its outline.
    /// - Throws: ``ContractError`` when a reference in what no call needs, such as a description of a header, leads nowhere.
    public func outline(of operation: Operation) throws(ContractError) -> OperationOutline {
        try outlines.outline(at: operation.path) { () throws(ContractError) in
            var schemasLeft = OutlineBounds.schemas
            return try outline(of: operation, schemasLeft: &schemasLeft)
        }
    }

    /// An operation as a person wants to read it, one of many.
    ///
    /// - Parameters:
    ///   - operation: an operation of this contract.
    ///   - schemasLeft: how many schemas the outlines of all of them may still be put together from; becomes less.
    /// - Returns: its outline.
    /// - Throws: ``ContractError`` as ``outline(of:)`` does.
    package func outline(of operation: Operation, schemasLeft: inout Int) throws(ContractError) -> OperationOutline {
        do throws(DocumentFault) {
            var reader = OutlineReader(schemaLimit: min(schemasLeft, OutlineBounds.schemas))
            let outline = try outlined(operation, by: &reader)
            schemasLeft -= reader.schemaCount
            return outline
        } catch {
            throw ContractError(error, in: self)
        }
    }

    /// What an operation is called and what it does.
    ///
    /// - Parameter operation: an operation of this contract.
    /// - Returns: its head.
    /// - Throws: ``ContractError`` when a reference in the document leads nowhere.
    public func head(of operation: Operation) throws(ContractError) -> OperationHead {
        do throws(DocumentFault) {
            return OperationHead(operation, try methods(of: operation).parts.first?.value ?? .null)
        } catch {
            throw ContractError(error, in: self)
        }
    }

    /// The path item of an operation, and what the item says of each of its methods.
    private func methods(
        of operation: Operation
    ) throws(DocumentFault) -> (item: DocumentPart?, parts: [DocumentPart]) {
        let item = try document.member("paths")?.member(operation.path)
        var parts: [DocumentPart] = []
        for method in operation.methods {
            if let part = try item?.member(method.pathItemKey) { parts.append(part) }
        }
        return (item, parts)
    }

    private func outlined(
        _ operation: Operation,
        by reader: inout OutlineReader
    ) throws(DocumentFault) -> OperationOutline {
        let (item, parts) = try methods(of: operation)
        let main = parts.first
        var others: [OperationOutline.OtherParameter] = []
        let parameters = try parameters(of: parts, in: item, others: &others, by: &reader)
        let responses = try main.map { part throws(DocumentFault) in try self.responses(of: part, by: &reader) } ?? []
        return OperationOutline(
            head: OperationHead(operation, main?.value ?? .null),
            security: operation.security,
            parameters: parameters,
            otherParameters: others,
            responseKey: operation.responseKey,
            responses: responses,
            isCut: reader.isCut
        )
    }

    /// The parameters in the body and in the query together, and those that travel elsewhere.
    private func parameters(
        of parts: [DocumentPart],
        in item: DocumentPart?,
        others: inout [OperationOutline.OtherParameter],
        by reader: inout OutlineReader
    ) throws(DocumentFault) -> ValueOutline? {
        var outline: ValueOutline?
        for part in parts where outline == nil {
            let body = try OpenAPIReader.jsonContent(of: try part.member("requestBody"))
            outline = try body.map { schema throws(DocumentFault) in try reader.outline(of: schema) }
        }
        for part in parts {
            for parameter in try part.items("parameters") + (item?.items("parameters") ?? []) {
                guard let name = parameter.value["name"]?.stringValue,
                    let schema = try OpenAPIReader.schema(ofParameter: parameter)
                else { continue }
                var value = try reader.outline(of: schema)
                value.text = parameter.value["description"]?.stringValue ?? value.text
                let isRequired = parameter.value["required"]?.boolValue == true
                let field = FieldOutline(name: name, isRequired: isRequired, value: value)
                let location = parameter.value["in"]?.stringValue ?? "query"
                if location != "query" {
                    let other = OperationOutline.OtherParameter(location: location, field: field)
                    if !others.contains(where: { $0.location == location && $0.field.name == name }) {
                        others.append(other)
                    }
                } else if outline?.members.contains(where: { $0.name == name }) != true {
                    outline = outline ?? ValueOutline(types: ["object"])
                    outline?.members.append(field)
                }
            }
        }
        return outline
    }

    private func responses(
        of operation: DocumentPart,
        by reader: inout OutlineReader
    ) throws(DocumentFault) -> [OperationOutline.Response] {
        var responses: [OperationOutline.Response] = []
        for (status, part) in try operation.member("responses")?.members() ?? [] where !status.hasPrefix("x-") {
            let body = try OpenAPIReader.jsonContent(of: part)
            responses.append(
                OperationOutline.Response(
                    status: status,
                    text: part.value["description"]?.stringValue,
                    contentTypes: (part.value["content"]?.objectValue?.keys ?? []).sorted(),
                    body: try body.map { schema throws(DocumentFault) in try reader.outline(of: schema) }
                )
            )
        }
        return responses.sorted { $0.status < $1.status }
    }
}

extension ContractError {
    /// A fault in a part of a contract that is read only when somebody asks.
    fileprivate init(_ fault: DocumentFault, in contract: Contract) {
        let file = fault.place.document.isEmpty ? contract.file : fault.place.document
        self.init(place: SourcePlace(file: file), message: "\(fault.message) at \(fault.place.pointer)")
    }
}
