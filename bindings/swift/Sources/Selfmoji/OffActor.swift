import Dispatch
import Foundation

/// Is told, after each step, how many of how many steps are done. It is called on the thread that does the work, so an app's views are not to be
/// touched from it, and the work waits for it to return.
public typealias ProgressReport = @Sendable (_ done: Int, _ total: Int) -> Void

/// Runs work that takes long on a thread of its own, so that neither the caller's actor nor one of the few threads of Swift's tasks is held up.
///
/// The work is handed what the library asks whether to go on; that stops it when the task is cancelled. A task that was cancelled always ends with
/// `CancellationError`, whatever became of the work.
func offActor<Value: Sendable>(report: ProgressReport? = nil, _ work: @escaping @Sendable (ProgressListener) throws -> Value) async throws -> Value {
    try Task.checkCancellation()
    let watch = Watch(report: report)
    let queue = DispatchQueue.global(qos: Task.currentPriority.qos)
    let result: Result<Value, any Error> = await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: watch.run(work)) }
        }
    } onCancel: {
        watch.stop()
    }
    try Task.checkCancellation()
    return try result.get()
}

/// Passes progress on, and says stop once the task is cancelled. The work's thread belongs to no task, so it cannot ask the task itself.
private final class Watch: ProgressListener, @unchecked Sendable {
    private let report: ProgressReport?
    private let lock = NSLock()
    /// Only touched with the lock held, which is what makes this class safe to share.
    private var stopped = false

    init(report: ProgressReport?) {
        self.report = report
    }

    func stop() {
        lock.withLock { stopped = true }
    }

    func goesOn(done: Int32, total: Int32) -> Bool {
        guard !isStopped else { return false }
        report?(Int(done), Int(total))
        return !isStopped
    }

    /// The work's outcome. Work that was stopped before its thread got to it is not begun.
    func run<Value>(_ work: (ProgressListener) throws -> Value) -> Result<Value, any Error> {
        guard !isStopped else { return .failure(CancellationError()) }
        return Result { try work(self) }
    }

    private var isStopped: Bool {
        lock.withLock { stopped }
    }
}

extension TaskPriority {
    /// The service class of the same standing, so that what the user waits for goes before what nobody sees.
    fileprivate var qos: DispatchQoS.QoSClass {
        if self >= .userInitiated { return .userInitiated }
        if self >= .medium { return .default }
        return self >= .utility ? .utility : .background
    }
}
