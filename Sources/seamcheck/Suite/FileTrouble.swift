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
        guard (error as? CocoaError)?.code != .fileReadNoSuchFile else { return nil }
        return (((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code).map(Int32.init)
    }

    /// Whether there is something at the path that is neither a file nor a folder, such as a pipe or `/dev/stdout`.
    static func isDevice(_ path: String) -> Bool {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let type = (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
        return path.hasPrefix("/dev/") || type != nil && type != .typeRegular && type != .typeDirectory
    }

    /// Whether there is a folder at the path.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
