import Foundation
import GDALBridge
import GEOSBridge
import PROJBridge

/// Where the numbers come from.
enum Machine {
  /// The greatest memory that this process had so far, in MB; NaN where Linux does not say.
  static var peakMemory: Double {
    number(of: "VmHWM", in: "/proc/self/status").map { $0 / 1024 } ?? .nan
  }

  /// The machine and the versions of the libraries, as rows of a list.
  static var description: [String] {
    let memory = number(of: "MemTotal", in: "/proc/meminfo").map { $0 / 1024 / 1024 }
    let processor = value(of: "model name", in: "/proc/cpuinfo") ?? "unknown"
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let libraries =
      ["GEOS \(GEOSContext.version)", "PROJ \(PROJVersion.library)"]
      + (GDALLibrary.version.map { ["GDAL \($0)"] } ?? [])
    let swift = try? ChildProcess(program: "swift", arguments: ["--version"]).output()
    return [
      "processor: \(processor), \(cores) cores",
      "memory: \(memory.map { "\(Int($0.rounded())) GB" } ?? "unknown")",
      "system: \(value(of: "PRETTY_NAME", in: "/etc/os-release") ?? "unknown")",
      "libraries: " + libraries.joined(separator: ", "),
      "compiler: \(swift?.split(separator: "\n").first.map(String.init) ?? "unknown")",
    ]
  }

  /// Returns what follows a word at the start of a line, without its unit.
  private static func number(of word: String, in path: String) -> Double? {
    value(of: word, in: path)?.split(separator: " ").first.flatMap { Double($0) }
  }

  private static func value(of word: String, in path: String) -> String? {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(word) }
    return line?.drop { $0 != ":" && $0 != "=" }.dropFirst()
      .trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
  }
}
