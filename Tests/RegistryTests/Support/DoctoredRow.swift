import Chain
import Store
import Testing

@testable import Registry

extension EntryStore {
    /// Makes a unit of a person in the stored row of a subject, its check and the tally made anew.
    func doctorRow(of subject: String) throws {
        try write { (writer) throws in
            var rows = try RowWriter(writer, suite: .sha256)
            let row = try #require(try writer.viewRow(ViewName.subject, key: subject))
            let body = try rows.body(of: row, in: ViewName.subject)
            let doctored = String(decoding: body, as: UTF8.self).replacing(
                "\"kind\":\"person\"", with: "\"kind\":\"unit\"")
            try rows.put(
                ViewName.subject, key: subject, position: row.position, Array(doctored.utf8),
                replacing: row)
            try rows.finish(at: try writer.size())
        }
    }
}
