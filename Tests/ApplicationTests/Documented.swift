import Chain
import Foundation
import TestSupport

/// What `schema/answers` says: of each answer and each part its members.
struct Documented {
    struct Member {
        let form: String
        let isOptional: Bool
    }

    private(set) var tables: [String: [String: Member]] = [:]

    /// Reads every page of the folder; a part is named by its heading, an answer by its file.
    init() throws {
        let folder = Shared.checkout + "/schema/answers"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder)
        where file.hasSuffix(".md") && file != "README.md" {
            var name = String(file.dropLast(3))
            let page = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            for line in page.split(separator: "\n") {
                if line.hasPrefix("## ") { name = String(line.dropFirst(3)) }
                let cells = line.split(separator: "|").map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                guard cells.count == 3, cells[0].hasPrefix("`") else { continue }
                let member = cells[0].trimmingCharacters(in: ["`"])
                tables[name, default: [:]][member.replacing("?", with: "")] = Member(
                    form: cells[1], isOptional: member.hasSuffix("?"))
            }
        }
    }

    /// Where a value is not what its table says; `met` collects the tables that were held to it.
    func faults(
        of value: JSONValue, as table: String, at path: String, met: inout Set<String>
    ) -> [String] {
        guard let members = tables[table] else { return ["\(path): no table \(table)"] }
        guard case .object(let found) = value else { return ["\(path): not an object"] }
        met.insert(table)
        var faults = members.filter { name, member in
            !member.isOptional && !found.contains { $0.key == name }
        }.keys.sorted().map { "\(path).\($0): missing" }
        for one in found {
            let place = "\(path).\(one.key)"
            guard let member = members[one.key] else {
                faults.append("\(place): undocumented")
                continue
            }
            faults += self.faults(of: one.value, in: member.form, at: place, met: &met)
        }
        return faults
    }

    private func faults(
        of value: JSONValue, in form: String, at path: String, met: inout Set<String>
    ) -> [String] {
        if form.hasPrefix("list of ") {
            guard case .array(let elements) = value else { return ["\(path): not a list"] }
            return elements.flatMap {
                faults(of: $0, in: String(form.dropFirst(8)), at: path, met: &met)
            }
        }
        if form.hasPrefix("["), let end = form.firstIndex(of: "]") {
            let part = String(form[form.index(after: form.startIndex)..<end])
            return faults(of: value, as: part, at: path, met: &met)
        }
        let isRight =
            switch (form, value) {
            case ("text", .string), ("identifier", .string), ("code", .string),
                ("number", .integer),
                ("entry", .integer), ("flag", .bool), ("data", .object),
                ("value", _), ("entry or null", .integer), ("entry or null", .null),
                ("sealed", .string),
                ("sealed", .object):
                true
            case ("day", .string(let text)): text.utf8.count == 10
            case ("instant", .string(let text)): text.utf8.count == 24 && text.hasSuffix("Z")
            case ("hash", .string(let text)): text.utf8.count == 64
            default: false
            }
        return isRight ? [] : ["\(path): not of the form \(form)"]
    }
}
