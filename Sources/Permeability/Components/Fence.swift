internal import Landscape

extension FenceDesign {
  /// Whether anything is known of it.
  var isKnown: Bool { self != FenceDesign() }

  /// Over it, under it or through it:
  ///
  ///     h       = max(0, h_top − snow_drop in snow)
  ///     over    = c_over  · logistic((h50_over − h) / w_over)     · b_top    · e_fence
  ///     under   = c_under · logistic((g − g50_under) / w_under)   · b_bottom · e_fence
  ///     P       = 1 − (1 − over)(1 − under)(1 − leak)
  ///
  /// Heights in centimetres; the factors b where a wire is barbed, e where it is electrified. The
  /// default height stands for one that nobody knows; remnants leak as such.
  func permeability<L: Ledger>(
    in season: Season, defaultHeight height: ParameterName, isRemnant: Bool, _ ledger: inout L
  ) -> Double {
    ledger.part(.fence) { ledger in
      let current = ledger.known(isElectric, .electric) ? ledger.value(.electric) : 1
      let over = over(in: season, height, current, &ledger)
      let under = under(current, &ledger)
      let leak = leak(isRemnant: isRemnant, &ledger)
      let p = 1 - (1 - over) * (1 - under) * (1 - leak)
      let hasDimensions = topHeight != nil || bottomGap != nil
      return probability(
        isWildlifeFriendly && !hasDimensions ? p * ledger.value(.wildlifeFriendly) : p)
    }
  }

  private func over<L: Ledger>(
    in season: Season, _ height: ParameterName, _ current: Double, _ ledger: inout L
  ) -> Double {
    ledger.part(.over) { ledger in
      let top = ledger.known(topHeight, .topHeight, else: height)
      let h = season.hasSnow ? max(0, top - ledger.value(.snowDrop)) : top
      let barbs = ledger.known(hasBarbedTop, .barbedTop) ? ledger.value(.barbedTop) : 1
      let z = (ledger.value(.overHeight) - h) / ledger.value(.overScale)
      return probability(ledger.value(.overShare) * logistic(z) * barbs * current)
    }
  }

  private func under<L: Ledger>(_ current: Double, _ ledger: inout L) -> Double {
    ledger.part(.under) { ledger in
      let isMesh = ledger.known(isMesh, .mesh)
      let gap = ledger.known(bottomGap, .bottomGap, else: isMesh ? .bottomGapMesh : .bottomGap)
      let barbs = ledger.known(hasBarbedBottom, .barbedBottom) ? ledger.value(.barbedBottom) : 1
      let z = (gap - ledger.value(.underHeight)) / ledger.value(.underScale)
      return probability(ledger.value(.underShare) * logistic(z) * barbs * current)
    }
  }

  /// What gets through by faults of the fence.
  func leak<L: Ledger>(isRemnant: Bool, _ ledger: inout L) -> Double {
    ledger.part(.leak) { ledger in
      if isRemnant {
        ledger.know(.maintenance, Maintenance.remnant.rawValue)
        return ledger.value(.leakRemnant)
      }
      guard let maintenance else {
        ledger.assume(.maintenance, Maintenance.average.rawValue)
        return ledger.value(.leakAverage)
      }
      ledger.know(.maintenance, maintenance.rawValue)
      switch maintenance {
      case .good: return ledger.value(.leakGood)
      case .average: return ledger.value(.leakAverage)
      case .poor: return ledger.value(.leakPoor)
      case .remnant: return ledger.value(.leakRemnant)
      }
    }
  }
}
