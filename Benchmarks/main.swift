import Foundation

// The main thread waits by itself: where it is left to Dispatch it sleeps with a mask of signals in
// read-only memory, which Valgrind writes to, and crashes.
let finished = DispatchSemaphore(value: 0)
Task.detached {
  do {
    try await Suite.run(BenchmarkOptions(CommandLine.arguments.dropFirst()))
  } catch {
    FileHandle.standardError.write(Data("error: \(error)\n".utf8))
    exit(1)
  }
  finished.signal()
}
finished.wait()
