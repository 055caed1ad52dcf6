import Foundation

do {
  try await Suite.run(BenchmarkOptions(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
