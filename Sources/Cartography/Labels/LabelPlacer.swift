import Bytes
import Geometry

/// Places names on a map so that no name touches another one, an obstacle or the frame.
public enum LabelPlacer {
  private static let movesPerLabel = 10
  private static let mostMoves = 60_000
  /// The map is crowded when more than one name in this many has no place.
  private static let few = 20

  /// Places as many names as it can; names with a higher priority are placed first and best.
  ///
  /// Each name has candidates, each with a cost: in its polygon and next to it (or around its point), in one
  /// line or two, a little smaller, and with a leader line. A greedy choice by priority is followed by a local
  /// search under threshold accepting (Dueck & Scheuer, Journal of Computational Physics 90, 1990) with
  /// eviction. Then names without a place, or with a bad one, may also take a leader. Boxes reserve the widest
  /// metrics of `FontStack`. The same requests give the same placements on every machine, whatever the number
  /// of threads. Complexity: O(candidates + moves), with 10 moves for each name, 20 more with leaders, and 100
  /// more when the map is crowded.
  public static func place(_ requests: [LabelRequest], in field: LabelField, threads: Int = Parallel.processors)
    -> LabelResult
  {
    let raster = LabelRaster(field)
    let (forms, first) = near(requests, in: field, raster, threads: threads)
    var stock = consume first
    let importance = importance(requests)
    let moves = movesPerLabel * requests.count
    var (choices, poor) = stock.search(importance, field.frame) { search in
      search.greedy()
      search.improve(moves: min(moves, mostMoves), threshold: 1)
      return (search.choices, requests.indices.filter { search.isMissing($0) || search.cost(of: $0) > 4 })
    }
    if !poor.isEmpty {
      let more = led(poor.map { (requests[$0], forms[$0]) }, in: field, raster, threads: threads)
      for (label, made) in zip(poor, more) {
        choices[label] = stock.extend(label, by: made.found, leaders: made.leaders, following: choices[label])
      }
      choices = stock.search(importance, field.frame) { search in
        search.restore(choices)
        search.greedy()
        search.improve(moves: min(2 * moves, mostMoves), threshold: 1)
        // On a crowded map, where many names are missing, many more moves and coarser ones are worth their
        // time.
        if requests.indices.count(where: { search.isMissing($0) }) > requests.count / few {
          search.greedy()
          search.improve(moves: min(10 * moves, mostMoves), threshold: 2)
        }
        return search.choices
      }
    }

    var result = LabelResult(placements: [], unplaced: [])
    for (index, request) in requests.enumerated() {
      if choices[index] < 0 {
        result.unplaced.append(index)
      } else {
        let candidate = stock.candidates[stock.ranges[index].lowerBound + choices[index]]
        let leader = candidate.leader < 0 ? nil : stock.leaders[Int(candidate.leader)]
        result.placements.append(
          placement(index, request, candidate, leader, forms[index][Int(candidate.form)], padding: field.padding))
      }
    }
    return result
  }

  /// Least number of names for which another thread is started.
  private static let run = 48

  /// The forms of all names and their candidates without leaders; many names are shared among threads.
  private static func near(_ requests: [LabelRequest], in field: LabelField, _ raster: LabelRaster, threads: Int) -> (
    forms: [[LabelForm]], stock: LabelStock
  ) {
    let runs = max(1, min(threads, requests.count / run))
    var made = Parallel.each(requests.count, in: runs, threads: runs) {
      piece -> (forms: [[LabelForm]], stock: LabelStock) in
      var (forms, stock) = ([[LabelForm]](), LabelStock())
      // The first stock later takes the candidates of the others and those that `led` makes.
      stock.reserve(piece.lowerBound == 0 ? 2 * requests.count : requests.count / runs)
      var maker = LabelCandidates(field, raster)
      for request in requests[piece] {
        let minimum = min(field.minimumSize, request.size)
        forms.append(LabelForm.all(request, padding: field.padding, minimumSize: minimum))
        maker.start()
        maker.near(request, forms[forms.count - 1], smaller: false)
        stock.add(maker.found, leaders: maker.leaders)
      }
      return (forms, stock)
    }
    // Taken out of the list, so that appending uses its reserved room and does not copy it.
    var all = made.removeFirst()
    for other in made {
      all.forms += other.forms
      all.stock.append(other.stock)
    }
    return all
  }

  /// More candidates for some names: smaller ones and ones with leaders.
  private static func led(
    _ names: [(request: LabelRequest, forms: [LabelForm])], in field: LabelField, _ raster: LabelRaster, threads: Int
  ) -> [(found: [LabelCandidate], leaders: [LeaderLine])] {
    let runs = max(1, min(threads, names.count / (run / 8)))
    return Parallel.each(names.count, in: runs, threads: runs) { piece in
      var maker = LabelCandidates(field, raster)
      return names[piece].map { name in
        maker.start()
        maker.near(name.request, name.forms, smaller: true)
        maker.led(name.request, name.forms)
        return (maker.found, maker.leaders)
      }
    }.flatMap { $0 }
  }

  /// The rank of each request by priority, from 0 (lowest) to 1.
  private static func importance(_ requests: [LabelRequest]) -> [Double] {
    let order = requests.indices.sorted { (requests[$0].priority, -$0) < (requests[$1].priority, -$1) }
    var ranks = [Double](repeating: 0, count: requests.count)
    for (rank, index) in order.enumerated() { ranks[index] = Double(rank) / Double(max(requests.count - 1, 1)) }
    return ranks
  }

  private static func placement(
    _ index: Int, _ request: LabelRequest, _ candidate: LabelCandidate, _ leader: LeaderLine?, _ form: LabelForm,
    padding: Double
  ) -> LabelPlacement {
    let box = candidate.box
    let x =
      switch candidate.anchor {
      case .start: box.minX + padding
      case .middle: box.midX
      case .end: box.maxX - padding
      }
    return LabelPlacement(
      request: index, lines: form.lines, size: form.size, anchor: candidate.anchor, x: x,
      y: box.minY + form.size * TextMetrics.ascent, lineHeight: form.lineHeight, box: box,
      leader: leader.map { .init(startX: $0.x0, startY: $0.y0, endX: $0.x1, endY: $0.y1, hasDot: request.radius == 0) })
  }
}
