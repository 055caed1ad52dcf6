@_exported public import Atlas
@_exported public import Connectivity
@_exported public import Formats
@_exported public import Geometry
@_exported public import Landscape
@_exported public import Overlay
@_exported public import Permeability
@_exported public import Report
