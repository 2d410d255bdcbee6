internal import Law
internal import Vocabulary

extension LawFault {
    /// Writes why the law gives no answer, for programs.
    func write(to writer: inout some FieldWriter) {
        writer.put("code", code)
        writer.object("message") { message in
            message.put("en", messageEnglish)
            message.put("zh", messageChinese)
        }
    }
}
