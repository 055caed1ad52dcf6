import Formats
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct OutputFolderTests {
  private static let names: Set = ["a.csv", "b.csv"]

  private func write(
    _ place: String, _ text: String = "new", overwrite: Bool = false, fails: Bool = false
  ) async throws {
    let folder = try OutputFolder(place, overwrite: overwrite, names: Self.names)
    try await folder.fill {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file("a.csv")))
      if fails {
        throw FormatError(.cannotWrite, "cannot write \(folder.file("b.csv"))", help: "try again")
      }
    }
  }

  @Test func `a folder appears with all that is in it`() async throws {
    try await withWorkplace { place in
      try await write(place.path("out/"))
      #expect(try place.names() == ["out"])
      #expect(try place.bytes("out/a.csv") == Data("new".utf8))
    }
  }

  @Test func `a failure leaves nothing and names the file that the user knows`() async throws {
    try await withWorkplace { place in
      let out = place.path("out")
      let failure = await #expect(throws: FormatError.self) { try await write(out, fails: true) }
      #expect(failure?.problem == "cannot write \(out)/b.csv")
      let names = try place.names()
      #expect(names.isEmpty)
    }
  }

  @Test func `an earlier result is replaced as a whole, when asked for`() async throws {
    try await withWorkplace { place in
      let out = place.path("out")
      try FileManager.default.createDirectory(
        atPath: out, withIntermediateDirectories: false)
      try await write(out, "old")
      _ = try place.write("stale", "out/b.csv")
      await #expect(throws: FormatError.self) { try await write(out) }
      try await write(out, overwrite: true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["a.csv"])
      #expect(try place.bytes("out/a.csv") == Data("new".utf8))
      await #expect(throws: FormatError.self) {
        try await write(out, "newer", overwrite: true, fails: true)
      }
      #expect(try place.bytes("out/a.csv") == Data("new".utf8))
      #expect(try place.names() == ["out"])
    }
  }

  @Test func `files that are not ours are never replaced`() async throws {
    try await withWorkplace { place in
      try await write(place.path("out"))
      _ = try place.write("mine", "out/notes.txt")
      let failure = await #expect(throws: UserError.self) {
        try await write(place.path("out"), overwrite: true)
      }
      #expect(
        failure?.problem.hasSuffix("out holds notes.txt, which is no result of this command")
          == true)
      #expect(try place.bytes("out/notes.txt") == Data("mine".utf8))
    }
  }

  @Test func `a file, a missing parent and the folder around us are refused`() async throws {
    try await withWorkplace { place in
      let file = try place.write("mine", "file")
      for place in [file, place.path("no/out"), ".", "..", "/"] {
        #expect(throws: (any Error).self) {
          try OutputFolder.check(place, overwrite: true, names: Self.names)
        }
      }
      #expect(OutputFolder.holds(place.path("out/a.csv"), in: place.path("out/")))
      #expect(!OutputFolder.holds(place.path("out.csv"), in: place.path("out")))
    }
  }

  @Test func `a link stays a link to the folder that is replaced`() async throws {
    try await withWorkplace { place in
      try await write(place.path("first"), "old")
      try FileManager.default.createSymbolicLink(
        atPath: place.path("latest"), withDestinationPath: place.path("first"))
      try await write(place.path("latest"), overwrite: true)
      #expect(try place.bytes("first/a.csv") == Data("new".utf8))
      #expect(try place.names() == ["first", "latest"])
    }
  }
}
