/// A stack whose elements move out in runs, without a copy and without a retain.
///
/// The parser collects the items of every open array in one such stack: when an array ends, its items move from the top
/// of the stack into storage of exactly their number.
struct ScratchStack<Element>: ~Copyable {
    /// How many elements there are.
    private(set) var count = 0
    private var capacity: Int
    private var storage: UnsafeMutablePointer<Element>

    /// An empty stack.
    ///
    /// - Parameter capacity: how many elements it holds before it has to grow; at least 1.
    init(capacity: Int) {
        self.capacity = capacity
        storage = .allocate(capacity: capacity)
    }

    deinit {
        storage.deinitialize(count: count)
        storage.deallocate()
    }

    /// The element at that place, counted from 0 at the bottom; the caller keeps it in range.
    subscript(index: Int) -> Element {
        @inline(__always) _read { yield storage[index] }
        @inline(__always) _modify { yield &storage[index] }
    }

    /// Lays an element on top.
    @inline(__always)
    mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        (storage + count).initialize(to: element)
        count += 1
    }

    /// Takes the topmost element away; the caller knows that there is one.
    @inline(__always)
    mutating func pop() -> Element {
        count -= 1
        return (storage + count).move()
    }

    /// Takes the elements from that place to the top away, into an array in their order.
    @inline(__always)
    mutating func popAll(from base: Int) -> [Element] {
        let size = count - base
        let source = storage + base
        count = base
        var elements: [Element] = []
        elements.reserveCapacity(size)
        for index in 0..<size {
            elements.append((source + index).move())
        }
        return elements
    }

    /// Takes the elements from that place to the top away.
    @inline(__always)
    mutating func drop(from base: Int) {
        (storage + base).deinitialize(count: count - base)
        count = base
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
        capacity *= 2
    }
}
