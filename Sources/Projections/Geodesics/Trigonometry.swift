#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func sine(_ radians: Double) -> Double { sin(radians) }
func cosine(_ radians: Double) -> Double { cos(radians) }
func arcCosine(_ value: Double) -> Double { acos(value) }
