import Testing

@Suite("The house is tidy")
struct HouseTests {
    let files = Checkout.current.files

    @Test("only what belongs there stands at the top")
    func topLevel() {
        #expect(HouseRules.topLevel(files) == [])
        let seeded = ["Sources/A.swift", "notes/plan.md", "Makefile", ".gitignore", ".ci/run"]
            .map { TextFile(path: $0, text: "") }
        #expect(HouseRules.topLevel(seeded).map(\.path) == ["Makefile", "notes"])
    }

    @Test("no file is longer than one sitting")
    func length() {
        #expect(files.flatMap(HouseRules.length) == [])
        let line = "let a = 1\n"
        let full = TextFile(path: "Sources/A.swift", text: String(repeating: line, count: 400))
        let over = TextFile(path: "Sources/A.swift", text: full.text + line)
        #expect(HouseRules.length(full) == [])
        #expect(HouseRules.length(over).count == 1)
        #expect(HouseRules.length(TextFile(path: "schema/a.json", text: over.text)) == [])
    }

    @Test("each of the four houses has its README")
    func readmes() {
        #expect(HouseRules.readmes(files) == [])
        let without = files.filter { $0.path != "schema/README.md" }
        #expect(HouseRules.readmes(without).map(\.path) == ["schema/README.md"])
    }

    @Test("no word of the language is used away from its home")
    func shunnedWords() {
        #expect(files.flatMap(HouseRules.shunnedWords) == [])
    }

    @Test(
        "a word away from its home is seen",
        arguments: [
            ("Sources/Chain/A.swift", "let a = try! b()"),
            ("Sources/stele/A.swift", "let a = try! b()"),
            ("Sources/Registry/Import/A.swift", "    print(row)"),
            ("Tests/ChainTests/A.swift", "x.map { print($0) }"),
            ("Sources/Registry/Ledger/A.swift", "let now = Date()"),
            ("Sources/Registry/Ledger/A.swift", "let now = Date.now"),
            ("Sources/stele/A.swift", "clock_gettime(CLOCK_REALTIME, &now)"),
            ("Sources/Registry/Ledger/A.swift", "gettimeofday(&now, nil)"),
            ("Sources/Registry/Ledger/A.swift", "let name = getenv(\"USER\")"),
            ("Sources/Application/A.swift", "ProcessInfo.processInfo.environment"),
            ("Sources/Registry/Ledger/A.swift", "var place = environ"),
            ("Sources/Records/Appeal/A.swift", "@_spi(Inner) public func a() {}"),
            ("Sources/Registry/Import/A.swift", "var chance = SystemRandomNumberGenerator()"),
        ])
    func seededWord(path: String, line: String) {
        #expect(HouseRules.shunnedWords(TextFile(path: path, text: line)).count == 1)
    }

    @Test("a word at home, in a comment, in quotes or inside another word is let be")
    func wordAtHome() {
        let kept = [
            ("Sources/stele/A.swift", "print(page)"),
            ("Sources/Application/A.swift", "let environment = asked.environment"),
            ("Sources/Registry/Clock/A.swift", "let now = Date()"),
            ("Sources/Chain/A.swift", "let a = fingerprint(b)  // never try! nor print(b)"),
            ("Sources/Chain/A.swift", ##"let a = #"say "print(b)""#"##),
        ]
        for (path, line) in kept {
            #expect(HouseRules.shunnedWords(TextFile(path: path, text: line)) == [], "\(line)")
        }
    }

    @Test("a closed list is gone through whole")
    func defaults() {
        #expect(files.flatMap(HouseRules.defaults) == [])
        #expect(files.flatMap(HouseRules.wrongGroups) == [])
        let text = "switch a {\ncase .b: 1\ndefault: 2\n}\n"
        let open = "switch a {\ncase \"b\": 1\n// Open: any text.\ndefault: 2\n}\n"
        for (path, text, count) in [
            ("Sources/Records/A/B.swift", text, 1), ("Sources/Wording/A.swift", text, 1),
            ("Sources/Records/A/B.swift", open, 0), ("Sources/Chain/A.swift", text, 0),
        ] {
            #expect(HouseRules.defaults(TextFile(path: path, text: text)).count == count)
        }
        let group = TextFile(
            path: "Sources/Chain/A.swift", text: "default: preconditionFailure(\"not about a b\")")
        #expect(HouseRules.wrongGroups(group).count == 1)
    }

    @Test("I6: nothing in the pure rooms reaches a clock, randomness or the outside")
    func impurity() {
        #expect(files.flatMap(HouseRules.impurity) == [])
        for line in ["Int.random(in: 0..<9)", "ContinuousClock.now", "a.shuffled()", "print(a)"] {
            let seeded = TextFile(path: "Sources/Records/Sanction/A.swift", text: line)
            #expect(HouseRules.impurity(seeded).count == 1, "\(line)")
        }
    }

    @Test("nothing is left for later in a comment")
    func unfinished() {
        #expect(files.flatMap(HouseRules.unfinished) == [])
        let seeded = TextFile(path: "tools/a", text: "one\n# " + "TO" + "DO: two\n")
        #expect(HouseRules.unfinished(seeded).map(\.line) == [2])
    }

    @Test("SQL lives in .sql files")
    func sql() {
        #expect(files.flatMap(HouseRules.sqlInCode) == [])
    }

    @Test(
        "SQL in code is seen",
        arguments: [
            "SELECT line FROM entry", "INSERT INTO entry VALUES (?)", "UPDATE view SET body = ?",
            "DELETE FROM tile", "CREATE TABLE a (b)", "DROP TRIGGER a", "PRAGMA synchronous = OFF",
        ])
    func seededSQL(statement: String) {
        for quoted in ["\"\(statement)\"", "\"\"\"\n    \(statement)\n    \"\"\""] {
            let file = TextFile(path: "Sources/StoreSQLite/A.swift", text: "run(\(quoted))")
            #expect(HouseRules.sqlInCode(file).map(\.line) == [1])
        }
    }

    @Test("no file knows the machine that it was written on")
    func machinePaths() {
        #expect(files.flatMap(HouseRules.machinePaths) == [])
    }

    @Test("a path of one machine is seen", arguments: ["tmp", "root", "home", "work", "var/tmp"])
    func seededPath(folder: String) {
        for text in ["\"/\(folder)/a\"", "cd /\(folder)", "=/\(folder)/a", "`/\(folder)`"] {
            let file = TextFile(path: "tools/a", text: text)
            #expect(HouseRules.machinePaths(file).count == 1, "\(text)")
        }
        for text in ["Sources/\(folder)/a", "\"$place/\(folder)\"", "../\(folder)/a"] {
            #expect(HouseRules.machinePaths(TextFile(path: "tools/a", text: text)) == [], "\(text)")
        }
    }

    @Test("what is a script can be run, and by name")
    func scripts() {
        #expect(files.flatMap(HouseRules.scripts) == [])
        for path in ["tools/run", "tools/test", ".ci/run"] {
            #expect(Checkout.current.file(path)?.isExecutable == true, "\(path)")
        }
        let closed = TextFile(path: "tools/a", text: "#!/usr/bin/env bash\n")
        let bound = TextFile(path: "tools/a", text: "#!/bin/sh\n", isExecutable: true)
        let bare = TextFile(path: "Sources/A.swift", text: "let a = 1\n", isExecutable: true)
        for seeded in [closed, bound, bare] { #expect(HouseRules.scripts(seeded).count == 1) }
    }
}
