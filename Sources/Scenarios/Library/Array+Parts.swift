import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What comes of the parts of the list, which are worked on at once, each on a core of its own.
    ///
    /// - Parameter work: makes something of a part; it is called on several threads.
    /// - Returns: what came of each part, in the order of the list; empty for an empty list.
    func concurrentParts<Product: Sendable>(_ work: @Sendable (ArraySlice<Element>) -> Product) -> [Product] {
        let size = 8
        let parts = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
        let products = Mutex([Int: Product]())
        DispatchQueue.concurrentPerform(iterations: parts.count) { number in
            let product = work(parts[number])
            products.withLock { $0[number] = product }
        }
        return products.withLock { made in parts.indices.compactMap { made[$0] } }
    }
}
