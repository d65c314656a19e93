extension SVGTree {
  /// Reads the attributes of an element; whether it has no content.
  mutating func readAttributes(
    of node: Int, _ scanner: inout MarkupScanner
  ) throws(OutsideSubset) -> Bool {
    var element = nodes[node]
    var declared: Declarations?
    var isEmpty = false
    reading: while true {
      switch try scanner.attribute() {
      case .end(let empty):
        isEmpty = empty
        break reading
      case .value(let name, let value):
        if name == "class" {
          element.style = value
        } else if name == "id" {
          if ids[value] == nil { ids[value] = node }
        } else if name.hasPrefix("data-") || Self.isTold(name) {
          continue
        } else if try element.set(name, value) {
          continue
        } else {
          var own = declared ?? Declarations()
          guard try own.set(name, value) else { throw OutsideSubset("attribute", name.bytes) }
          declared = own
        }
      }
    }
    if let declared {
      element.own = own.count
      own.append(declared)
    }
    nodes[node] = element
    return isEmpty
  }

  /// Attributes that say something to programs, and nothing of the looks.
  private static func isTold(_ name: SVGBytes) -> Bool {
    name == "xmlns" || name == "xmlns:xlink" || name == "role" || name == "lang" || name == "aria-labelledby"
  }
}

extension SVGNode {
  /// Takes an attribute of this kind of element; `false` for one that it does not have.
  fileprivate mutating func set(_ name: SVGBytes, _ value: SVGBytes) throws(OutsideSubset) -> Bool {
    switch kind {
    case .path where name == "d": content = value
    case .use where name == "xlink:href":
      guard value.hasPrefix("#") else { throw OutsideSubset("link", value.bytes) }
      target = value.dropFirst(1)
    case .group where name == "transform": transform = try Affine(value)
    case .group where name == "clip-path":
      guard let id = value.target else { throw OutsideSubset("clip-path", value.bytes) }
      clip = id
    case .pattern where name == "patternUnits":
      guard value == "userSpaceOnUse" else { throw OutsideSubset("patternUnits", value.bytes) }
    case .drawing where name == "viewBox":
      let numbers = try value.numbers()
      guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else {
        throw OutsideSubset("viewBox", value.bytes)
      }
      viewBox = SVGBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    case .text, .drawing, .rectangle, .pattern, .line, .circle: return try setNumber(name, value)
    default: return false
    }
    return true
  }

  private mutating func setNumber(_ name: SVGBytes, _ value: SVGBytes) throws(OutsideSubset) -> Bool {
    switch kind {
    case .circle where name == "cx": box.x = try value.number()
    case .circle where name == "cy": box.y = try value.number()
    case .circle where name == "r": radius = try value.number()
    case .line where name == "x1": box.x = try value.number()
    case .line where name == "y1": box.y = try value.number()
    case .line where name == "x2": box.width = try value.number()
    case .line where name == "y2": box.height = try value.number()
    case .rectangle where name == "rx": radius = try value.number()
    case .text where name == "x", .rectangle where name == "x", .drawing where name == "x":
      box.x = try value.number()
    case .text where name == "y", .rectangle where name == "y", .drawing where name == "y":
      box.y = try value.number()
    case .rectangle where name == "width", .drawing where name == "width", .pattern where name == "width":
      box.width = try value.number()
    case .rectangle where name == "height", .drawing where name == "height", .pattern where name == "height":
      box.height = try value.number()
    default: return false
    }
    return true
  }
}
