import Geometry

/// One line with its cuts, polygon by polygon, in the order of the groups of the polygons.
struct LineMembers {
  /// One polygon that the line meets.
  struct Member {
    var group: Int
    var meeting: Meeting
    var pieces: ArraySlice<Piece>
    var contacts: ArraySlice<Contact>
  }

  let row: Int
  private(set) var members: [Member] = []

  /// The members of one group after the other.
  var groups: [ArraySlice<Member>] {
    var groups: [ArraySlice<Member>] = []
    var start = 0
    for index in members.indices where members[index].group != members[start].group {
      groups.append(members[start..<index])
      start = index
    }
    if !members.isEmpty { groups.append(members[start...]) }
    return groups
  }

  /// The members of which pieces lie along the line.
  var membersWithPieces: Int { members.count { !$0.pieces.isEmpty } }

  /// All pieces, polygon by polygon.
  var pieces: [Piece] { members.flatMap(\.pieces) }
}

/// Goes through cuts line by line.
struct LineMembersIterator {
  private let cuts: Cuts
  private let polygonGroups: [Int]
  private var meeting = 0
  private var piece = 0
  private var contact = 0

  init(_ cuts: Cuts, polygonGroups: [Int]) {
    self.cuts = cuts
    self.polygonGroups = polygonGroups
  }

  /// Whether the next meeting is one of this line, where lines are asked for in order.
  func meets(_ row: Int) -> Bool {
    meeting < cuts.meetings.count && cuts.meetings[meeting].line == row
  }

  /// Returns what belongs to the line of the next meeting, which is `row`.
  mutating func next(_ row: Int) -> LineMembers {
    var line = LineMembers(row: row)
    while meets(row) {
      let next = cuts.meetings[meeting]
      let (firstPiece, firstContact) = (piece, contact)
      while piece < cuts.pieces.count, cuts.pieces[piece].line == row,
        cuts.pieces[piece].polygon == next.polygon
      {
        piece += 1
      }
      while contact < cuts.contacts.count, cuts.contacts[contact].line == row,
        cuts.contacts[contact].polygon == next.polygon
      {
        contact += 1
      }
      line.append(
        LineMembers.Member(
          group: polygonGroups[next.polygon], meeting: next,
          pieces: cuts.pieces[firstPiece..<piece], contacts: cuts.contacts[firstContact..<contact]))
      meeting += 1
    }
    line.sort()
    return line
  }
}

extension LineMembers {
  fileprivate mutating func append(_ member: Member) { members.append(member) }

  /// Members of one group stay in the order of the polygons.
  fileprivate mutating func sort() {
    let isSorted = zip(members, members.dropFirst()).allSatisfy { $0.group <= $1.group }
    if isSorted { return }
    members.sort { ($0.group, $0.meeting.polygon) < ($1.group, $1.meeting.polygon) }
  }
}
