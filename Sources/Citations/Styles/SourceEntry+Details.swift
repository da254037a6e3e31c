extension SourceEntry {
  /// What stands between the title and the address, by the type of the source.
  mutating func details(hasContainer: Bool) {
    switch source.type {
    case .articleJournal, .review, .reviewBook: journal()
    case .article where source[.containerTitle] != nil: journal()
    case .articleMagazine, .articleNewspaper: press(hasContainer: hasContainer)
    case .chapter, .entry, .entryDictionary, .entryEncyclopedia, .paperConference: part()
    case .thesis: thesis()
    case .webpage, .post, .postWeblog: online()
    case .report: report()
    case .speech, .event: speech()
    case .interview: interview()
    case .personalCommunication: letter()
    case .legalCase: legalCase()
    case .patent: patent()
    default: work()
    }
  }

  // MARK: Articles

  private mutating func journal() {
    review()
    description()
    contributions()
    sentence(container())
    if let series = source[.collectionTitle] {
      clause([series, source[.collectionNumber]].compactMap(\.self).joined(separator: " "))
    }
    let month =
      datePlace == .atEnd ? issueDate : source[.issued].flatMap(dates.month(of:))
    let issue = source[.issue].map { PageRange.set($0, shortens: false) }
    if let volume = source[.volume] {
      entry.append(" \(volume)")
      if datePlace == .atEnd {
        if let issue { clause("\(issueWord(issue)) \(issue)") }
        entry.append(" (\(issueDate))")
      } else if let inner = issue ?? month {
        entry.append(" (\(inner))")
      }
    } else if let issue {
      clause("\(issueWord(issue)) \(issue)" + (month.map { " (\($0))" } ?? ""))
    } else {
      clause(month)
    }
    guard let pages = source[.page] ?? source[.number] else { return }
    if source[.volume] != nil || issue != nil {
      entry.append(": \(PageRange.set(pages))")
    } else {
      clause(PageRange.set(pages))
    }
  }

  /// `no.`, and `nos.` before a double issue where the style has them in full.
  private func issueWord(_ issue: String) -> String {
    let isSeveral = datePlace == .atEnd && issue.contains("–")
    return isSeveral ? words.locators[.issue]?.several ?? words.issue : words.issue
  }

  /// The date of an issue: the day, the month, or the season with its year.
  private var issueDate: String {
    guard let issued = source[.issued], issued.season != nil,
      let season = dates.month(of: issued), let year = dates.year(issued)
    else { return fullDate }
    return "\(season) \(year)"
  }

  /// Newspapers and magazines, which are cited by their day and without pages.
  private mutating func press(hasContainer: Bool) {
    contributions()
    if hasContainer { sentence(container()) }
    clause(datePlace == .atEnd ? fullDate : source[.issued].flatMap(dates.full))
    if let edition = source[.edition] {
      clause(
        edition.lowercased().contains("ed") ? edition : "\(edition) \(words.issueEdition)")
    }
    clause(source[.section].map { "\(words.section) \($0)" })
  }

  private mutating func review() {
    let authors = source[.reviewedAuthor]
    guard source[.reviewedTitle] != nil || !authors.isEmpty else { return }
    var text = RichText(Self.capitalized(words.reviewOf))
    if let reviewed = source[.reviewedTitle] {
      text.append(" ")
      text.append(titles.emphasized(reviewed))
      if !authors.isEmpty { text.append(",") }
    }
    if !authors.isEmpty { text.append(" \(words.by) \(names.natural(authors))") }
    sentence(text)
  }

  // MARK: Parts of larger works

  private mutating func part() {
    description()
    let hasContainer = source[.containerTitle] != nil
    if hasContainer {
      var text = RichText("\(words.within) ")
      text.append(container())
      sentence(text)
    }
    let roles: [(NameVariable, CitationWords.Role)] = [
      (.containerAuthor, words.containerAuthor), (.editor, words.editor),
      (.translator, words.translator),
    ]
    for phrase in phrases(roles) { hasContainer ? clause(phrase) : sentence(phrase) }
    clause(edition())
    if let page = source[.page] {
      clause((source[.volume].map { "\($0):" } ?? "") + PageRange.set(page))
    } else if source[.volume] == nil {
      volumes()
    } else {
      // How many volumes there are says nothing where one is named.
      sentence(source[.volume].map { "\(words.volume) \($0)" })
    }
    series()
    event()
    publication()
  }

  private mutating func event() {
    guard source.type == .paperConference, source[.containerTitle] == nil else { return }
    guard let name = source[.eventTitle] ?? source[.event] else { return }
    sentence("\(words.presentedAt) \(name)")
    clause(source[.eventPlace])
  }

  // MARK: Works by themselves

  private mutating func work() {
    description()
    sentence(source[.number].map { Int($0) == nil ? $0 : "\(words.issue) \($0)" })
    contributions()
    sentence(container())
    sentence(edition())
    volumes()
    series()
    publication()
    if source.type.isDated, datePlace == .afterNames {
      sentence(source[.issued].flatMap(dates.full))
    }
    archive()
  }

  private mutating func report() {
    // A number without a word for what it counts belongs to the series: SWP Comment 12/2022.
    let countsSeries =
      source[.genre] == nil && source[.collectionTitle] != nil && source[.collectionNumber] == nil
    if !countsSeries {
      sentence([source[.genre], source[.number]].compactMap(\.self).joined(separator: " "))
    }
    contributions()
    sentence(container())
    sentence(edition())
    volumes()
    series(number: countsSeries ? source[.number] : nil)
    publication()
    archive()
  }

  private mutating func thesis() {
    sentence(source[.genre])
    if source[.genre] == nil { sentence(source[.publisher]) } else { clause(source[.publisher]) }
    closingDate(closingYear)
    archive()
  }

  // MARK: Online

  private mutating func online() {
    if source.type != .post { description() }
    contributions()
    var site = container()
    if site.isEmpty, let publisher = source[.publisher] { site = RichText(publisher) }
    if source.type == .postWeblog, !site.isEmpty { site.append(" (\(words.blog))") }
    sentence(site)
    let day = source[.issued].flatMap(dates.full)
    guard datePlace == .afterNames else {
      // A page without a date is dated by the day on which it was read.
      if source[.issued] != nil || source[.status] != nil || source[.accessed] == nil {
        clause(fullDate)
      }
      return
    }
    if source.type == .post, !site.isEmpty { clause(day) } else { sentence(day) }
  }

  // MARK: Said, written, decided

  private mutating func speech() {
    let event = source[.eventTitle] ?? source[.event]
    let phrase = event.map { "\(words.presentedAt) \($0)" }
    sentence([source[.genre], phrase].compactMap(\.self).joined(separator: " "))
    clause(source[.eventPlace])
    guard datePlace == .afterNames else { return clause(fullDate) }
    clause(source[.issued].flatMap(dates.monthAndDay))
    publication()
  }

  private mutating func interview() {
    if !source[.interviewer].isEmpty {
      sentence("\(words.interviewer.verb) \(names.natural(source[.interviewer]))")
    }
    sentence(source[.medium])
    sentence(container())
    guard datePlace == .afterNames else { return clause(fullDate) }
    let day = source[.issued].flatMap(dates.full)
    if source[.containerTitle] == nil { sentence(day) } else { clause(day) }
    publication()
  }

  private mutating func letter() {
    let kind = source[.genre] ?? words.letter
    let recipients = source[.recipient]
    let to = recipients.isEmpty ? "" : " \(words.recipient.verb) \(names.natural(recipients))"
    sentence(kind + to)
    clause(datePlace == .atEnd ? fullDate : source[.issued].flatMap(dates.full))
    archive()
  }

  private mutating func legalCase() {
    let place = [source[.volume], source[.containerTitle], source[.page]].compactMap(\.self)
    sentence(place.joined(separator: " "))
    if place.isEmpty { sentence(source[.number]) }
    guard datePlace == .atEnd else { return sentence(source[.authority]) }
    // The court and the year follow the place in brackets: 410 U.S. 113 (Supreme Court 1973).
    entry.append(
      " (\([source[.authority], closingYear].compactMap(\.self).joined(separator: " ")))")
  }

  private mutating func patent() {
    sentence([source[.authority], source[.number]].compactMap(\.self).joined(separator: " "))
    clause(source[.issued].flatMap(dates.full).map { "\(words.issued) \($0)" })
    if source[.issued].flatMap(dates.full) == nil { closingDate(closingYear) }
  }
}

extension SourceType {
  /// Whether the day on which it came out matters beside the year.
  fileprivate var isDated: Bool {
    self == .broadcast || self == .document || self == .hearing || self == .manuscript
  }
}
