import Foundation

/// What is wrong with a file, without the path that the message names already.
struct FileTrouble: CustomStringConvertible {
    private let error: any Error

    /// The trouble that an error of Foundation tells of.
    init(_ error: any Error) {
        self.error = error
    }

    /// The trouble as a lower-case fragment.
    var description: String {
        if let code = underlyingCode { return String(cString: strerror(code)).lowercased() }
        return switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile, .fileNoSuchFile: "there is no such file"
        case .fileReadNoPermission, .fileWriteNoPermission: "the permission is missing"
        case .fileWriteOutOfSpace: "the disk is full"
        default: error.localizedDescription
        }
    }

    /// The error number of the operating system, where that says more than Foundation.
    private var underlyingCode: Int32? {
        if let error = error as? POSIXError { return error.code.rawValue }
        guard (error as? CocoaError)?.code != .fileReadNoSuchFile else { return nil }
        return (((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code).map(Int32.init)
    }

    /// Whether there is a folder at the path.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
