import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(20)))
struct ProcessTests {
  @Test func `the binary lists its versions, for readers and for scripts`() throws {
    let text = try KulanProcess.run("--version")
    #expect(text.code == 0)
    #expect(text.err == "")
    for name in ["Kulan 0.1.0", "Swift 6.", "GEOS 3.", "PROJ ", "SQLite 3.", "GDAL"] {
      #expect(text.out.contains(name))
    }
    let json = try KulanProcess.run("--version", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
    #expect(object?["kulan"] as? String == "0.1.0")
  }

  @Test func `the binary refuses an unknown command with code 64`() throws {
    let result = try KulanProcess.run("overlya")
    #expect(result.code == 64)
    #expect(result.out == "")
    #expect(result.err.hasPrefix("error: kulan has no command 'overlya'\n help: "))
  }

  @Test func `a reader of the output who leaves early is no error`() throws {
    let run = KulanProcess(["--help"])
    try run.closeOutput()
    try run.start()
    #expect(run.wait() == (SIGPIPE, .uncaughtSignal))
  }

  @Test func `a full disk behind the output is an error with code 73`() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: KulanProcess.binary)
    process.arguments = ["--help"]
    process.standardOutput = full
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends the binary at once with code 130, even while it waits`(
    signal: Int32
  ) async throws {
    let input = Pipe()  // standard input that never says anything
    let run = KulanProcess(["inspect", "-"], input: input.fileHandleForReading)
    try run.start()
    try await Task.sleep(for: .milliseconds(400))
    let start = ContinuousClock.now
    run.send(signal)
    #expect(run.wait() == (130, .exit))
    #expect(ContinuousClock.now - start < .seconds(2))
    try input.fileHandleForWriting.close()
  }

  @Test(arguments: [300, 600, 900])
  func `a signal in the middle of the work leaves nothing half-written`(
    milliseconds: Int
  ) async throws {
    try await TestFiles.withFolder { folder in
      let run = KulanProcess(["demo", "--out", "results"], folder: folder)
      try run.start()
      try await Task.sleep(for: .milliseconds(milliseconds))
      run.send(SIGINT)
      let end = run.wait()
      #expect(end == (130, .exit) || end == (0, .exit))  // 0 where it was faster than the signal
      let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      let left = try #require(files).filter { $0.contains(".partial.") }
      #expect(left.isEmpty)
    }
  }
}
