import Conformance
import Redaction

/// Which endpoint is meant and with which credentials, from `--endpoint` and the variables that Seam's own SDKs read.
struct EndpointSettings {
    private let environment: [String: String]
    private let option: String?

    /// The settings.
    ///
    /// - Parameters:
    ///   - environment: the variables of the process.
    ///   - option: the value of `--endpoint`; it goes before `SEAM_ENDPOINT`.
    init(environment: [String: String], option: String?) {
        self.environment = environment
        self.option = option
    }

    /// The endpoint; nil when none is named, which means the embedded reference server.
    ///
    /// - Throws: `EndpointError` when the URL or the credentials can't be used.
    func endpoint() throws -> Endpoint? {
        guard let url = option ?? value("SEAM_ENDPOINT") else { return nil }
        return try Endpoint(url: url, credentials: credentials)
    }

    /// The secrets that the variables hold, whether an endpoint is named or not.
    var secrets: [Secret] { credentials.secrets }

    /// The credentials that the variables hold.
    private var credentials: Credentials {
        Credentials(
            apiKey: value("SEAM_API_KEY"),
            personalAccessToken: value("SEAM_PERSONAL_ACCESS_TOKEN"),
            workspaceID: value("SEAM_WORKSPACE_ID"),
            otherAPIKey: value("SEAM_OTHER_API_KEY")
        )
    }

    /// The variable that holds a credential although no endpoint is named to use it with; nil when there is none.
    var unusedCredential: String? {
        guard option ?? value("SEAM_ENDPOINT") == nil else { return nil }
        return ["SEAM_API_KEY", "SEAM_PERSONAL_ACCESS_TOKEN"].first { value($0) != nil }
    }

    /// The variable's value; nil when it is unset or empty.
    private func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
