// Random numbers are the library's own; every test that imports this has them.
@_exported import struct Geometry.SeededGenerator
