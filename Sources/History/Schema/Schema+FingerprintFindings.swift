import GRDB
import Results

extension Schema {
    /// The sixth migration: the fingerprint of each finding, also of those that are there.
    static let fingerprintFindings = """
        ALTER TABLE finding ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
        UPDATE finding SET fingerprint = fingerprint(code, requirements, operation, place);
        CREATE INDEX findingByFingerprint ON finding (fingerprint);
        """

    /// `fingerprint(code, requirements, operation, place)`: what tells a finding from others, made of columns of `finding`.
    static let fingerprintFunction = DatabaseFunction("fingerprint", argumentCount: 4, pure: true) { values in
        guard let code = String.fromDatabaseValue(values[0]), let place = String.fromDatabaseValue(values[3]) else {
            return nil
        }
        let requirements = String.fromDatabaseValue(values[1]).flatMap(ColumnJSON.strings) ?? []
        return Finding(
            code: code,
            requirements: requirements,
            severity: .must,
            step: "",
            operation: String.fromDatabaseValue(values[2]),
            place: place,
            message: "",
            expected: "",
            actual: ""
        ).fingerprint
    }
}
