extension CommandTemplate {
    /// The columns that it is made from, its conditions among them.
    var columns: Set<Int> {
        Set(when.flatMap(\.columns) + fields.flatMap(\.expression.columns))
    }

    /// The columns that must be filled in for it to be made.
    var wanted: [Int] {
        when.compactMap { if case .filled(let column) = $0 { column } else { nil } }
    }
}

extension Condition {
    fileprivate var columns: [Int] {
        switch self {
        case .blank(let column), .filled(let column), .equals(let column, _),
            .among(let column, _), .notAmong(let column, _), .matches(let column, _):
            [column]
        case .any(let list), .all(let list): list.flatMap(\.columns)
        }
    }
}

extension Expression {
    fileprivate var columns: [Int] {
        let own: [Int] =
            switch source {
            case .column(let column), .split(let column, _, _): [column]
            case .constant: []
            case .template(let pieces):
                pieces.compactMap { if case .column(let column) = $0 { column } else { nil } }
            case .firstOf(let choices): choices.flatMap(\.columns)
            case .date(let columns): columns
            case .ledger(_, let inner), .identifier(let inner, _), .called(_, let inner):
                inner.columns
            }
        return own + when.flatMap(\.columns)
    }
}
