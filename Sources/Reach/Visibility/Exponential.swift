#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func naturalExponential(_ value: Double) -> Double { exp(value) }
