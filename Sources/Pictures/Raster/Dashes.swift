extension Polylines {
  /// The parts of the lines that dashes draw; lengths in px of the picture, drawn and left out in turn.
  ///
  /// Each line starts a new dash. Lengths that are not positive in sum draw whole lines.
  func dashed(_ lengths: [Double]) -> Polylines {
    guard lengths.reduce(0, +) > 1e-3, lengths.allSatisfy({ $0 >= 0 }) else { return self }
    var parts = Polylines()
    for line in lines {
      var number = 0
      var left = lengths[0]
      var first = parts.points.count / 2
      var (x, y) = (points[2 * line.range.lowerBound], points[2 * line.range.lowerBound + 1])
      parts.append(x, y)
      let closing = line.isClosed ? [line.range.lowerBound] : []
      for index in Array(line.range.dropFirst()) + closing {
        let (toX, toY) = (points[2 * index], points[2 * index + 1])
        var length = ((toX - x) * (toX - x) + (toY - y) * (toY - y)).squareRoot()
        while length > left {
          let part = left / length
          (x, y) = (x + (toX - x) * part, y + (toY - y) * part)
          length -= left
          if number % 2 == 0 {
            parts.append(x, y)
            parts.end(first: first, isClosed: false)
          }
          number = (number + 1) % lengths.count
          left = lengths[number]
          first = parts.points.count / 2
          if number % 2 == 0 { parts.append(x, y) }
        }
        left -= length
        (x, y) = (toX, toY)
        if number % 2 == 0 { parts.append(x, y) }
      }
      parts.end(first: first, isClosed: false)
    }
    return parts
  }
}
