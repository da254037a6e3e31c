/// The normal distribution.
enum NormalDistribution {
  /// The part of it below `z` (G. West, 2005).
  static func cumulative(_ z: Double) -> Double {
    let size = z.magnitude
    guard size <= 37 else { return z > 0 ? 1 : 0 }
    let power = Elementary.exp(-size * size / 2)
    var result: Double
    if size < 7.071_067_811_865_47 {
      var above = 3.526_249_659_989_11e-2 * size + 0.700_383_064_443_688
      for part in [
        6.373_962_203_531_65, 33.912_866_078_383, 112.079_291_497_871, 221.213_596_169_931,
        220.206_867_912_376,
      ] {
        above = above * size + part
      }
      var below = 8.838_834_764_831_84e-2 * size + 1.755_667_163_182_64
      for part in [
        16.064_177_579_207, 86.780_732_202_946_1, 296.564_248_779_674, 637.333_633_378_831,
        793.826_512_519_948, 440.413_735_824_752,
      ] {
        below = below * size + part
      }
      result = power * above / below
    } else {
      var below = size + 0.65
      for part in [4.0, 3, 2, 1] { below = size + part / below }
      result = power / below / 2.506_628_274_631
    }
    if z > 0 { result = 1 - result }
    return result
  }
}
