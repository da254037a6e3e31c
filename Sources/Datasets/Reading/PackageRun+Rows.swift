import Bytes
import Diagnostics
import Documents

/// Finding a resource's rows.
extension PackageRun {
  /// The rows of a resource; nil where there are none to be read, which is reported.
  mutating func rows(of resource: ResourceDescriptor, from descriptor: DataFile) -> ResourceRows? {
    switch resource.content {
    case .inline(let node): inline(node, of: resource, in: descriptor)
    case .files(let paths): rows(of: resource, paths)
    }
  }

  /// Rows that stand in the descriptor: a list, or the text of a CSV file.
  private mutating func inline(
    _ node: Node, of resource: ResourceDescriptor, in descriptor: DataFile
  ) -> ResourceRows? {
    let isTyped = ContentPath.ending(descriptor.path) == "json"
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      return .nodes(node, isTyped: isTyped)
    }
    guard resource.format == .csv || resource.format == .tsv else {
      diagnostics.append(
        Diagnostic(
          .dataInvalid, "the 'data' of resource '\(resource.name)' is text, not a list of rows",
          at: node.span, help: "say 'format: csv' if it is CSV"))
      return nil
    }
    let bytes = Array(text.utf8)
    // Where escapes or folded lines hide the text's bytes, only the whole can be shown.
    let origin =
      TextOrigin(scalar: bytes, at: node.span, in: descriptor.bytes)
      ?? TextOrigin(node.span.file, at: node.span.range.lowerBound)
    if let index = UTF8Check.firstNUL(in: bytes) {
      diagnostics.append(
        Diagnostic(
          .dataInvalid, "this text holds a NUL", at: origin.span(index..<index + 1),
          help: "take it out"))
      return nil
    }
    return .text([CSVPart(bytes: bytes, origin: origin)])
  }

  private mutating func rows(
    of resource: ResourceDescriptor, _ paths: [ResourceDescriptor.Path]
  ) -> ResourceRows? {
    let found = paths.map { path in
      files.file(path.text, at: path.span).take(into: &diagnostics)
    }
    let present = found.compactMap(\.self)
    guard present.count == found.count, let first = present.first else { return nil }
    diagnostics += resource.integrity.check(present)
    guard let format = format(of: resource, first, paths[0]) else { return nil }
    switch format {
    case .csv, .tsv:
      var parts: [CSVPart] = []
      for file in present {
        guard let text = text(of: file, resource.encoding) else { return nil }
        parts.append(CSVPart(bytes: text, origin: TextOrigin(file.file)))
      }
      return .text(parts)
    case .json, .yaml:
      guard present.count == 1 else {
        diagnostics.append(
          Diagnostic(
            .packageInvalid, "only CSV can go on in a second file", at: paths[1].span,
            help: "make a resource of each file"))
        return nil
      }
      return document(first, resource, isTyped: format == .json)
    case .sqlite:
      guard let database = open(first) else { return nil }
      guard let table = table(of: database, resource.dialect.table, paths[0]) else { return nil }
      return rows(of: table, in: database, first)
    }
  }

  /// What kind of file it is: what the descriptor says, or else what its name does.
  private mutating func format(
    of resource: ResourceDescriptor, _ file: DataFile, _ path: ResourceDescriptor.Path
  ) -> ResourceFormat? {
    if let format = resource.format ?? ResourceFormat.named(ContentPath.ending(file.path)) {
      return format
    }
    diagnostics.append(
      Diagnostic(
        .packageInvalid, "the name of '\(path.text)' does not say what kind of file it is",
        at: path.span, help: "add a line 'format: csv'"))
    return nil
  }

  private mutating func document(
    _ file: DataFile, _ resource: ResourceDescriptor, isTyped: Bool
  ) -> ResourceRows? {
    guard let text = text(of: file, resource.encoding) else { return nil }
    let before = diagnostics.count
    let read =
      isTyped ? JSONReader.read(text, in: file.file) : YAMLReader.read(text, in: file.file)
    if let node = read.take(into: &diagnostics) { return .nodes(node, isTyped: isTyped) }
    if diagnostics.count == before {
      diagnostics.append(
        Diagnostic(
          .dataInvalid, "this file is empty", at: file.start, help: "write a list of rows"))
    }
    return nil
  }

  /// The text of a file in UTF-8; nil where it is none, which is reported.
  ///
  /// - Parameter encoding: How the descriptor says that it is written; nil means UTF-8, or UTF-16
  ///   where a byte order mark says so.
  mutating func text(of file: DataFile, _ encoding: DataEncoding?) -> [UInt8]? {
    let encoding =
      encoding ?? (DataEncoding.isMarkedUTF16(file.bytes) ? DataEncoding.utf16 : .utf8)
    guard file.bytes.count < TextCheck.largestFile / 4, let decoded = encoding.decode(file.bytes)
    else { return plainText(of: file, encoding) }
    if let known = package.decodedTexts[file.file], known != decoded.bytes {
      diagnostics.append(
        Diagnostic(
          .packageInvalid, "two resources read this file in two encodings", at: file.start,
          help: "give them one encoding"))
      return nil
    }
    package.decodedTexts[file.file] = decoded.bytes
    if let fault = decoded.fault {
      let end = decoded.bytes.count
      diagnostics.append(
        Diagnostic(
          .textEncodingInvalid, fault.message, at: SourceSpan(file.file, fault.offset..<end),
          help: fault.help))
      return nil
    }
    if let fault = TextCheck.nulFault(of: decoded.bytes, in: file.file) {
      diagnostics.append(fault)
      return nil
    }
    return decoded.bytes
  }

  /// The text of a file that stands for itself.
  private mutating func plainText(of file: DataFile, _ encoding: DataEncoding) -> [UInt8]? {
    if let fault = TextCheck.fault(of: file.bytes, in: file.file) {
      diagnostics.append(fault)
      return nil
    }
    if encoding == .ascii, let index = file.bytes.firstIndex(where: { $0 >= 0x80 }) {
      diagnostics.append(
        Diagnostic(
          .textEncodingInvalid, "this byte is not ASCII",
          at: SourceSpan(file.file, index..<index + 1),
          help: "is it 'encoding: utf-8'?"))
      return nil
    }
    return file.bytes
  }
}
