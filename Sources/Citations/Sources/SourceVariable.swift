/// The variables of a source that hold text or numbers, by their names in CSL 1.0.2, appendix IV.
public enum TextVariable: String, CaseIterable, Sendable {
  case abstract
  case annote
  case archive
  case archiveCollection = "archive_collection"
  case archiveLocation = "archive_location"
  case archivePlace = "archive-place"
  case authority
  case callNumber = "call-number"
  case chapterNumber = "chapter-number"
  case collectionNumber = "collection-number"
  case collectionTitle = "collection-title"
  case containerTitle = "container-title"
  case containerTitleShort = "container-title-short"
  case dimensions
  case division
  case doi = "DOI"
  case edition
  case event
  case eventTitle = "event-title"
  case eventPlace = "event-place"
  case genre
  case isbn = "ISBN"
  case issn = "ISSN"
  case issue
  case jurisdiction
  case keyword
  case language
  case license
  case medium
  case note
  case number
  case numberOfPages = "number-of-pages"
  case numberOfVolumes = "number-of-volumes"
  case originalPublisher = "original-publisher"
  case originalPublisherPlace = "original-publisher-place"
  case originalTitle = "original-title"
  case page
  case pageFirst = "page-first"
  case part
  case partTitle = "part-title"
  case pmcid = "PMCID"
  case pmid = "PMID"
  case printing
  case publisher
  case publisherPlace = "publisher-place"
  case references
  case reviewedGenre = "reviewed-genre"
  case reviewedTitle = "reviewed-title"
  case scale
  case section
  case source
  case status
  case supplement
  case title
  case titleShort = "title-short"
  case url = "URL"
  case version
  case volume
  case volumeTitle = "volume-title"
}

/// The variables of a source that hold names.
public enum NameVariable: String, CaseIterable, Sendable {
  case author
  case chair
  case collectionEditor = "collection-editor"
  case compiler
  case composer
  case containerAuthor = "container-author"
  case contributor
  case curator
  case director
  case editor
  case editorialDirector = "editorial-director"
  case editorTranslator = "editor-translator"
  case executiveProducer = "executive-producer"
  case guest
  case host
  case illustrator
  case interviewer
  case narrator
  case organizer
  case originalAuthor = "original-author"
  case performer
  case producer
  case recipient
  case reviewedAuthor = "reviewed-author"
  case scriptWriter = "script-writer"
  case seriesCreator = "series-creator"
  case translator
}

/// The variables of a source that hold dates.
public enum DateVariable: String, CaseIterable, Sendable {
  case accessed
  case availableDate = "available-date"
  case eventDate = "event-date"
  case issued
  case originalDate = "original-date"
  case submitted
}
