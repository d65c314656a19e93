#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func cosine(_ radians: Double) -> Double { cos(radians) }
