import Pole
import Siting

// `import Cartopole` gives the whole library.
@_exported import Bytes
@_exported import Cartography
@_exported import Classification
@_exported import Disclosure
@_exported import Geometry
@_exported import Imports
@_exported import Interchange
@_exported import Maps
@_exported import Pole
@_exported import Projections
@_exported import Reach
@_exported import Shapefiles
@_exported import Siting
@_exported import Statistics
@_exported import Territory
