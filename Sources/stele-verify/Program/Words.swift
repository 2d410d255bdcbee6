import Chain

/// What the program says, in both languages.
struct Words {
    let language: Language

    private func say(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }

    func reason(_ kind: Damage.Kind) -> String {
        switch kind {
        case .truncated: say("文件在这一条中间断掉", "the file ends inside this entry")
        case .notCanonical: say("不是规范格式的记录", "not an entry in canonical form")
        case .missingEntry: say("记录缺失", "entry missing")
        case .sequence: say("编号不在其位", "another entry stands in its place")
        case .link: say("与后一条所载哈希不符，内容被改动", "altered: the next entry records another hash")
        case .time: say("登记时间倒退", "recorded earlier than the entry before it")
        case .reference: say("引用了尚不存在的记录", "refers to an entry that does not precede it")
        case .tagLink:
            say(
                "轨迹链断裂：回指的不是上一条同标签记录",
                "a trail is broken: a tag does not point at its previous carrier")
        case .creation: say("不是合格的建账记录", "not a proper creation of a ledger")
        case .format: say("是本程序不认识的新格式，请用更新的程序", "a newer format; use a newer program")
        case .unread:
            say(
                "从这里起不再往下读：前面已有太多行不是记录",
                "not read from here on: too many lines before it are no entries")
        case .bundleMalformed: say("不是规范的导出说明", "not a proper description of a bundle")
        case .bundleIdentity: say("与 0 号记录所述账本不符", "speaks of another ledger than entry 0")
        case .bundleEntries: say("所载条数与记录不符", "its number of entries is not what is there")
        case .bundleRoot: say("所载根与记录不符", "its root is not that of the entries")
        case .bundleHead: say("所载末条哈希与记录不符", "its head is not the hash of the last entry")
        case .keyFile: say("与 0 号记录所载公钥不符", "not the public key of entry 0")
        case .foreignKey: say("所载公钥不是您所信任的公钥", "names another public key than the one you trust")
        case .checkpointLineEnds, .proofLineEnds:
            say(
                "这个文件无法使用：换行被改成了 CR LF（多为邮件程序或编辑器所为），请用原文件",
                "this file cannot be used: its line ends were changed to CR LF, as mail programs and editors do; use the original"
            )
        case .checkpointMalformed:
            say(
                "这个文件无法使用：不是检查点，或已残缺",
                "this file cannot be used: it is no checkpoint, or not a whole one")
        case .checkpointOrigin: say("是另一本账的检查点", "a checkpoint of another ledger")
        case .checkpointSignature: say("不是由所信任的密钥签名", "not signed by the trusted key")
        case .checkpointName: say("文件名与所载条数不符", "its file name says another size")
        case .checkpointBeyondEnd: say("所证条数多于现有记录", "vouches for more entries than there are")
        case .checkpointRoot: say("所证的与现有记录不符", "vouches for other entries than these")
        case .checkpointSize:
            say(
                "所证条数与这份证明的检查点不同，两者无法比较",
                "of another size than the checkpoint of this proof: they cannot be compared")
        case .proofMalformed:
            say(
                "这个文件无法使用：不是证明，或已残缺",
                "this file cannot be used: it is no proof, or not a whole one")
        case .proofIndex:
            say("编号超出其检查点所证的条数", "its number lies beyond what its checkpoint vouches for")
        case .proofPath:
            say(
                "记录与路径得不出检查点的根：记录、编号或路径被改动",
                "line and path do not lead to the root: the line, its number or the path was altered"
            )
        }
    }

    /// Of checkpoints that do not fit, which is told first.
    static let worstFirst: [Set<Damage.Kind>] = [
        [.checkpointRoot], [.checkpointBeyondEnd], [.checkpointSignature], [.checkpointOrigin],
        [.checkpointSize], [.checkpointLineEnds, .checkpointMalformed, .checkpointName],
    ]

    /// The first sentence, where nothing but a checkpoint does not fit.
    func verdict(_ kind: Damage.Kind, _ place: String) -> String {
        switch kind {
        case .checkpointRoot:
            say(
                "✗ 本账与检查点 \(place) 所证的不是同一段历史。",
                "✗ This ledger has another history than the checkpoint \(place) vouches for.")
        case .checkpointBeyondEnd:
            say(
                "✗ 检查点 \(place) 所证的末尾记录，本账没有。",
                "✗ The end is missing: the checkpoint \(place) vouches for entries that are not there."
            )
        case .checkpointSignature:
            say(
                "✗ 检查点 \(place) 不是由所信任的密钥签名，不足为凭。",
                "✗ The checkpoint \(place) is not signed by the trusted key and proves nothing.")
        case .checkpointOrigin:
            say(
                "✗ 检查点 \(place) 是另一本账的，不能用来核对本账。",
                "✗ The checkpoint \(place) is of another ledger and says nothing of this one.")
        case .checkpointSize:
            say(
                "✗ 检查点 \(place) 与这份证明无法比较。",
                "✗ The checkpoint \(place) cannot be compared with this proof.")
        default:
            say("✗ 检查点文件 \(place) 无法使用。", "✗ The checkpoint file \(place) cannot be used.")
        }
    }

    func tailMissing(_ vouched: Int, _ entries: Int) -> String {
        let missing = vouched - entries
        return say(
            "它证明 \(vouched) 条，这里只有 \(entries) 条：尾部至少缺 \(missing) 条（被截掉，或换回了较早的备份）",
            "it vouches for \(vouched) entries, here are \(entries): at least \(missing) are missing at the end (cut off, or an older copy was put back)"
        )
    }
    func sameUpTo(_ agrees: Int?) -> String {
        guard let agrees else {
            return say(
                "没有更早的检查点能说明两者从哪里起不同",
                "no earlier checkpoint says whether what is here is the same")
        }
        return say("到第 \(agrees) 号记录为止，两者相同", "up to entry \(agrees) both are the same")
    }
    func fork(_ agrees: Int?, _ last: Int) -> String {
        guard let agrees else {
            return say(
                "两者在第 0–\(last) 号之间分开；没有更早的检查点能说得更准",
                "they part between entries 0 and \(last); no earlier checkpoint says it more closely"
            )
        }
        if agrees + 1 == last {
            return say(
                "到第 \(agrees) 号记录为止两者相同，从第 \(last) 号起分开",
                "up to entry \(agrees) both are the same; they part at entry \(last)")
        }
        return say(
            "到第 \(agrees) 号记录为止两者相同，在第 \(agrees + 1)–\(last) 号之间分开",
            "up to entry \(agrees) both are the same; they part between entries \(agrees + 1) and \(last)"
        )
    }

    func provenEntry(_ entry: Int, of origin: String, size: Int) -> String {
        say(
            "✓ 第 \(entry) 号记录确在账本 \(origin) 的前 \(size) 条之中。",
            "✓ Entry \(entry) is in the ledger \(origin), among its first \(size) entries.")
    }
    func signed(_ at: String) -> String {
        say("检查点签于 \(at)。", "The checkpoint was signed at \(at).")
    }
    func unusableProof(_ place: String) -> String {
        say("✗ 证明文件 \(place) 无法使用。", "✗ The proof file \(place) cannot be used.")
    }
    func brokenProof(_ place: String) -> String {
        say("✗ 这份证明不成立：\(place)。", "✗ The proof does not hold: \(place).")
    }

    func sound(_ entries: Int) -> String {
        say("✓ 完好：\(entries) 条记录逐字节重算一致。", "✓ Sound: \(entries) entries, every byte recomputed.")
    }
    func damaged(_ entries: Int) -> String {
        say(
            "✗ 已损坏或伪造：\(entries) 条记录中发现问题。",
            "✗ Damaged or forged: \(entries) entries, problems found.")
    }
    func firstBad(_ entry: Int) -> String {
        say("第一条有问题的是第 \(entry) 号记录。", "The first bad entry is \(entry).")
    }
    func atEntry(_ entry: Int, _ through: Int?, _ reason: String) -> String {
        let range = through.map { "\(entry)–\($0)" } ?? "\(entry)"
        return say("第 \(range) 号记录：\(reason)", "entry \(range): \(reason)")
    }
    func atPlace(_ place: String, _ reason: String) -> String {
        say("\(place)：\(reason)", "\(place): \(reason)")
    }
    func claims(_ origin: String) -> String {
        say("它自称属于 \(origin)（未经证实）", "it claims to be of \(origin) (unproven)")
    }
    func touches(_ trails: String) -> String {
        say("涉及的轨迹：\(trails)", "trails touched: \(trails)")
    }
    func more(_ count: Int) -> String {
        say("另有 \(count) 处问题未列出。", "\(count) more problems are not listed.")
    }
    func coherent(_ last: Int?) -> String {
        guard let last else {
            return say("从 0 号起链条即已不符。", "The chain does not hold from entry 0 on.")
        }
        return say("从 0 号到 \(last) 号，链条前后相符。", "From 0 to \(last) the chain holds together.")
    }
    func proven(_ range: ProvenRange) -> String {
        let entries = range.first == range.last ? "\(range.first)" : "\(range.first)–\(range.last)"
        let at = range.at.map { harmless($0) }
        let place = harmless(range.place)
        return say(
            "\(entries) 号记录完好，由\(at.map { " \($0) 的" } ?? "")检查点 \(place) 证明。",
            "\(entries) sound under the checkpoint \(at.map { "of \($0) " } ?? "")(\(place)).")
    }
    func root(_ suite: String, _ root: String) -> String {
        say("根（\(suite)）  \(root)", "root (\(suite))  \(root)")
    }
    func trusting(_ trusted: TrustedKey) -> String {
        switch trusted {
        case .given(let key):
            let key = harmless(key.vkey)
            return say(
                "检查点按您给出的公钥核对：\(key)", "Checkpoints are checked under the key you gave: \(key)")
        case .fromEntry0(let key):
            let key = harmless(key.vkey)
            return say(
                "没有给出公钥，检查点按 0 号记录自带的公钥核对：\(key)；请从别处核实它，或用 --key 给出。",
                "No key was given; checkpoints are checked under the key in entry 0 itself: \(key). Confirm it elsewhere, or give yours with --key."
            )
        case .none:
            return say(
                "没有可信的公钥：0 号记录读不出公钥，也没有给出 --key，检查点无法核对。",
                "No key to trust: entry 0 gives none and there is no --key, so checkpoints cannot be checked."
            )
        }
    }
    var noCheckpoint: String {
        say(
            "没有给出另行保存的检查点，无法排除尾部被截断或整本被重写；请加 --checkpoint 文件。",
            "No checkpoint kept elsewhere was given: a tail that was cut, or a ledger rewritten whole, cannot be ruled out; add --checkpoint FILE."
        )
    }
    var usage: String {
        say(
            """
            用法：stele-verify 导出目录 [--checkpoint 文件]… [--key 公钥或文件] [--json] [--lang zh|en]
                  stele-verify proof 证明文件 --key 公钥或文件 [--checkpoint 文件]… [--json] [--lang zh|en]
            """,
            """
            usage: stele-verify BUNDLE [--checkpoint FILE]... [--key VKEY-OR-FILE] [--json] [--lang zh|en]
                   stele-verify proof FILE --key VKEY-OR-FILE [--checkpoint FILE]... [--json] [--lang zh|en]
            """)
    }
    var help: String {
        usage
            + say(
                """


                独立校验 stele export 的导出目录：逐字节重算每条记录、链、轨迹和根，并与检查点核对；
                或校验 stele prove --to 写出的一条记录的证明。
                  --checkpoint  另行保存的检查点文件，可多次给出
                  --key         您所信任的公钥，或装有公钥的文件；校验导出目录时不给则用 0 号记录自带的
                  --json        输出一个 JSON 对象
                退出状态：0 完好，1 损坏或伪造，64 用法有误，66 找不到输入，74 读取失败
                """,
                """


                Verifies a bundle written by stele export, on its own: recomputes every entry, link,
                trail and root, and compares them with the checkpoints; or the proof of one entry
                written by stele prove --to.
                  --checkpoint  a checkpoint kept elsewhere; may be given many times
                  --key         the public key you trust, or a file with it; for a bundle else that of
                                entry 0
                  --json        print one JSON object
                exit status: 0 sound, 1 damaged or forged, 64 usage, 66 input missing, 74 read error
                """)
    }
    func usageFault(_ fault: Arguments.Fault) -> String {
        let what =
            switch fault {
            case .unknownOption(let name):
                say("没有选项 \(harmless(name))。", "There is no option \(harmless(name)).")
            case .missingValue(let name):
                say("选项 \(name) 后面缺一个值。", "The option \(name) needs a value.")
            case .unknownLanguage(let code):
                say(
                    "没有语言 \(harmless(code))，只有 zh 和 en。",
                    "There is no language \(harmless(code)), only zh and en.")
            case .severalBundles(let word):
                say(
                    "多出一个参数 \(harmless(word))，一次只校验一个目录。",
                    "One argument too many, \(harmless(word)): one bundle at a time.")
            case .noBundle: say("请给出要校验的导出目录。", "Say which bundle to verify.")
            case .noKey:
                say(
                    "校验一份证明须用 --key 给出您所信任的公钥。",
                    "To verify a proof, give the key you trust with --key.")
            case .severalKeys: say("--key 只能给一次。", "--key may be given once only.")
            }
        return what + "\n" + usage
    }
    func badKey(_ text: String) -> String {
        say(
            "\(harmless(text)) 既不是可用的公钥，也不是装有一把公钥的文件。",
            "\(harmless(text)) is neither a usable public key nor a file with one.")
    }
    func missing(_ path: String) -> String {
        say(
            "找不到 \(harmless(path))；请检查路径，导出目录由 stele export 写成。",
            "\(harmless(path)) is not there; check the path: a bundle is what stele export writes.")
    }
    func notRegular(_ path: String) -> String {
        say(
            "\(harmless(path)) 不是普通文件，没有读。",
            "\(harmless(path)) is no regular file and was not read.")
    }
    func unreadable(_ path: String, _ reason: String) -> String {
        say("读不了 \(harmless(path))：\(reason)", "Cannot read \(harmless(path)): \(reason)")
    }
}
