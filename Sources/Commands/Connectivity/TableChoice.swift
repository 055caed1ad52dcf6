extension Arguments {
  /// Which tables are wanted that only make sense in a folder: what an option says, or the usual ones
  /// where there is a folder.
  ///
  /// - Parameters:
  ///   - option: The option.
  ///   - none: The word for no tables.
  ///   - usual: What is wanted where the option is absent and `--out` is there.
  /// - Returns: What is wanted.
  /// - Throws: `usage` for tables without a folder.
  func choice<Word: RawRepresentable<String> & Equatable>(
    _ option: Option, none: Word, usual: Word
  ) throws(UserError) -> Word {
    let hasFolder = has(ConnectivityCommand.out)
    guard let word = text(option).flatMap(Word.init(rawValue:)) else {
      return hasFolder ? usual : none
    }
    if word == none || hasFolder { return word }
    throw UserError(
      .usage, "--\(option.name) \(word.rawValue) makes tables, and there is no --out",
      help: "name a folder for them: --out DIR")
  }
}
