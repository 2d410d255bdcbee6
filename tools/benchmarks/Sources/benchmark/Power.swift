import Glibc

/// Zipf's weight of a rank, s = 0.8.
func power(_ rank: Double) -> Double { pow(rank, -0.8) }
