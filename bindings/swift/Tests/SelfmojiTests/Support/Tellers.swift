import Foundation
import Selfmoji

/// Notes what it is told, and stops the work after so many steps.
final class Counter: ProgressListener, @unchecked Sendable {
    private let lock = NSLock()
    private let last: Int
    private var noted: [(done: Int, total: Int)] = []

    init(stopAfter last: Int = .max) {
        self.last = last
    }

    var steps: [(done: Int, total: Int)] {
        lock.withLock { noted }
    }

    func note(_ done: Int, _ total: Int) {
        lock.withLock { noted.append((done, total)) }
    }

    func goesOn(done: Int32, total: Int32) -> Bool {
        note(Int(done), Int(total))
        return done < last
    }
}

/// Fails as soon as it is told anything.
final class Failing<Failure: Error>: ProgressListener, Sendable {
    private let error: Failure

    init(_ error: Failure) {
        self.error = error
    }

    func goesOn(done: Int32, total: Int32) throws -> Bool {
        throw error
    }
}
