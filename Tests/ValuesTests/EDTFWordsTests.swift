import Testing
import Values

@Suite("Dates are said as people say them")
struct EDTFWordsTests {
  struct Saying: Sendable, CustomTestStringConvertible {
    let date: String
    let english: String
    let german: String
    let testDescription: String

    init(_ date: String, _ english: String, _ german: String) {
      self.date = date
      self.english = english
      self.german = german
      self.testDescription = date
    }
  }

  static let words = [
    Saying("2014-41", "the second half of 2014", "die zweite Hälfte 2014"),
    Saying("2015-23", "autumn 2015", "Herbst 2015"),
    Saying("2010-24", "winter 2010–11", "Winter 2010/11"),
    Saying("2010-29", "spring 2010 (southern hemisphere)", "Frühling 2010 (Südhalbkugel)"),
    Saying("2001-34", "the second quarter of 2001", "das zweite Quartal 2001"),
    Saying("2001-39", "the last third of 2001", "das letzte Drittel 2001"),
    Saying("2018-10-15~", "about 15 October 2018", "etwa 15. Oktober 2018"),
    Saying("2016/..", "from 2016 onwards", "ab 2016"),
    Saying("../2012", "by 2012", "bis 2012"),
    Saying("2016?", "possibly 2016", "möglicherweise 2016"),
    Saying("2016%", "possibly about 2016", "möglicherweise etwa 2016"),
    Saying("198X", "the 1980s", "die 1980er Jahre"),
    Saying("19XX", "the 20th century", "das 20. Jahrhundert"),
    Saying("1XXX", "the 2nd millennium", "das 2. Jahrtausend"),
    Saying("-03XX", "the 4th century BCE", "das 4. Jahrhundert v. Chr."),
    Saying("2021-08-26", "26 August 2021", "26. August 2021"),
    Saying("2013-11", "November 2013", "November 2013"),
    Saying("1996/2001", "1996 to 2001", "1996 bis 2001"),
    Saying("2018/2020-02", "2018 to February 2020", "2018 bis Februar 2020"),
    Saying("2021-10-08/2021-10-15", "8 to 15 October 2021", "8. bis 15. Oktober 2021"),
    Saying("2020-03-03/2020-05-05", "3 March to 5 May 2020", "3. März bis 5. Mai 2020"),
    Saying("2004-06/2004-08", "June to August 2004", "Juni bis August 2004"),
    Saying("2021-12/2022-01", "December 2021 to January 2022", "Dezember 2021 bis Januar 2022"),
    Saying("2012-21/2012-22", "spring to summer 2012", "Frühling bis Sommer 2012"),
    Saying(
      "2014-40/2015-41", "the first half of 2014 to the second half of 2015",
      "die erste Hälfte 2014 bis zur zweiten Hälfte 2015"),
    Saying("2017-01~/2018-07", "about January 2017 to July 2018", "etwa Januar 2017 bis Juli 2018"),
    Saying("2007~/..", "from about 2007 onwards", "ab etwa 2007"),
    Saying("2016?/..", "possibly from 2016 onwards", "möglicherweise ab 2016"),
    Saying("2018-10-15/..", "from 15 October 2018 onwards", "ab dem 15. Oktober 2018"),
    Saying("2014-41/..", "from the second half of 2014 onwards", "ab der zweiten Hälfte 2014"),
    Saying("../2013-11", "by November 2013", "bis November 2013"),
    Saying("../198X", "by the 1980s", "bis zu den 1980er Jahren"),
    Saying("1985/", "from 1985, end unknown", "ab 1985, Ende unbekannt"),
    Saying("/1985", "until 1985, beginning unknown", "bis 1985, Beginn unbekannt"),
    Saying("../..", "with no beginning or end stated", "ohne Angabe von Beginn und Ende"),
    Saying("2014/2014", "2014", "2014"),
    Saying("-0044-03-15", "15 March 45 BCE", "15. März 45 v. Chr."),
    Saying("0000", "1 BCE", "1 v. Chr."),
    Saying("0658?", "possibly 658 CE", "möglicherweise 658 n. Chr."),
    Saying("-0044/-0030", "45 to 31 BCE", "45 bis 31 v. Chr."),
    Saying("-0005/0010", "6 BCE to 10 CE", "6 v. Chr. bis 10 n. Chr."),
    Saying("Y-17E7", "170,000,001 BCE", "170.000.001 v. Chr."),
    Saying("1950S2", "about 1950 (1900 to 1999)", "etwa 1950 (1900 bis 1999)"),
    Saying("2004-XX", "2004 (month unknown)", "2004 (Monat unbekannt)"),
    Saying("1985-04-XX", "April 1985 (day unknown)", "April 1985 (Tag unbekannt)"),
    Saying(
      "1985-XX-XX", "1985 (day and month unknown)", "1985 (Tag und Monat unbekannt)"),
    Saying("XXXX-12-25", "25 December (year unknown)", "25. Dezember (Jahr unbekannt)"),
    Saying("XXXX-XX-XX", "an unknown date", "unbekanntes Datum"),
    Saying("156X-12-25", "25 December in the 1560s", "25. Dezember in den 1560er Jahren"),
    Saying(
      "1560-XX-25", "the 25th of an unknown month in 1560",
      "der 25. eines unbekannten Monats 1560"),
    Saying(
      "1984-1X", "between October and December 1984", "zwischen Oktober und Dezember 1984"),
    Saying(
      "15XX-01-3X", "between 30 January 1500 and 31 January 1599",
      "zwischen dem 30. Januar 1500 und dem 31. Januar 1599"),
    Saying("1XX3", "between 1003 and 1993", "zwischen 1003 und 1993"),
    Saying(
      "198X-41", "the second half of a year in the 1980s",
      "die zweite Hälfte eines Jahres in den 1980er Jahren"),
    Saying("2004?-06-11", "11 June 2004 (year uncertain)", "11. Juni 2004 (Jahr unsicher)"),
    Saying(
      "?2004-06-~11", "11 June 2004 (year uncertain, day approximate)",
      "11. Juni 2004 (Jahr unsicher, Tag ungefähr)"),
    Saying(
      "2004-06-~01/2004-06-~20", "about 1 June 2004 to about 20 June 2004",
      "etwa 1. Juni 2004 bis etwa 20. Juni 2004"),
    Saying("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "1667, 1668 oder 1670 bis 1672"),
    Saying("{1960,1961-12}", "1960 and December 1961", "1960 und Dezember 1961"),
    Saying("[..1760-12-03]", "3 December 1760 or earlier", "3. Dezember 1760 oder früher"),
    Saying("{1760-12..}", "December 1760 and later", "Dezember 1760 und später"),
    Saying("[1980..1985]", "between 1980 and 1985", "zwischen 1980 und 1985"),
    Saying(
      "1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC", "12. April 1985, 23:20:30 Uhr UTC"),
    Saying(
      "1985-04-12T23:20:00-04:30", "12 April 1985, 23:20 UTC−4:30",
      "12. April 1985, 23:20 Uhr UTC−4:30"),
  ]

  static let shortWords = [
    Saying("2014-41", "H2 2014", "H2 2014"),
    Saying("2001-34", "Q2 2001", "Q2 2001"),
    Saying("2015-23", "autumn 2015", "Herbst 2015"),
    Saying("2018-10-15~", "c. 15 Oct 2018", "ca. 15. Okt. 2018"),
    Saying("2016/..", "2016–", "2016–"),
    Saying("../2012", "–2012", "–2012"),
    Saying("1985/", "1985–?", "1985–?"),
    Saying("/1985", "?–1985", "?–1985"),
    Saying("2016?", "2016?", "2016?"),
    Saying("2016%", "c. 2016?", "ca. 2016?"),
    Saying("2021-10", "Oct 2021", "Okt. 2021"),
    Saying("2021-10-08/2021-10-15", "8–15 Oct 2021", "8.–15. Okt. 2021"),
    Saying("2018/2020-02", "2018 – Feb 2020", "2018 – Feb. 2020"),
    Saying("1996/2001", "1996–2001", "1996–2001"),
    Saying("2014-33/2014-34", "Q1–Q2 2014", "Q1–Q2 2014"),
    Saying("2017-01~/2018-07", "c. Jan 2017 – Jul 2018", "ca. Jan. 2017 – Juli 2018"),
    Saying("198X", "1980s", "1980er"),
    Saying("19XX", "20th c.", "20. Jh."),
    Saying("2004?-06-11", "11 Jun 2004?", "11. Juni 2004?"),
    Saying("1950S2", "c. 1950", "ca. 1950"),
    Saying("1985-04-12T23:20:30Z", "12 Apr 1985", "12. Apr. 1985"),
    Saying("2004-XX", "2004", "2004"),
    Saying("198X-41", "H2 in the 1980s", "H2 in den 1980er Jahren"),
  ]

  @Test("In full, in English and German", arguments: words)
  func full(_ saying: Saying) throws {
    let date = try EDTFDate.parse(saying.date).get()
    #expect(date.words(in: .english) == saying.english)
    #expect(date.words(in: .german) == saying.german)
  }

  @Test("In short, in English and German", arguments: shortWords)
  func short(_ saying: Saying) throws {
    let date = try EDTFDate.parse(saying.date).get()
    #expect(date.shortWords(in: .english) == saying.english)
    #expect(date.shortWords(in: .german) == saying.german)
  }

  @Test(
    "By years alone",
    arguments: [
      ("2021-10-08/2021-10-15", "2021"), ("2018/2020-02", "2018–2020"), ("2016-06~/..", "c. 2016–"),
      ("../2013-11", "–2013"), ("156X-12-25", "1560s"), ("[1667,1667-12,1668]", "1667 or 1668"),
      ("-0044-03-15", "45 BCE"),
    ])
  func years(_ text: String, _ years: String) throws {
    #expect(try EDTFDate.parse(text).get().yearWords(in: .english) == years)
  }

  @Test("In the United States the month comes first")
  func american() throws {
    let language = try #require(Language(tag: "en-US"))
    #expect(
      try EDTFDate.parse("2021-08-26").get().words(in: language) == "August 26, 2021")
    #expect(
      try EDTFDate.parse("2021-10-08/2021-10-15").get().words(in: language)
        == "October 8 to 15, 2021")
    #expect(try EDTFDate.parse("2015-23").get().words(in: language) == "fall 2015")
  }

  @Test("No language leaves a slot open or says nothing", arguments: Language.all)
  func complete(_ language: Language) throws {
    for saying in Self.words + Self.shortWords {
      let date = try EDTFDate.parse(saying.date).get()
      for text in [
        date.words(in: language), date.shortWords(in: language), date.yearWords(in: language),
      ] {
        #expect(!text.isEmpty)
        #expect(!text.contains("{") && !text.contains("  ") && !text.hasSuffix(" "))
      }
    }
  }

  @Test(
    "HTML's time element takes what is stated outright, and nothing else",
    arguments: [
      ("2014", "2014"), ("2014-07", "2014-07"), ("2014-07-31", "2014-07-31"),
      ("2014-07-31T10:00:00Z", "2014-07-31"), ("0658", "0658"), ("2014~", nil), ("2014-41", nil),
      ("198X", nil), ("2014/2015", nil), ("-0044", nil), ("0000", nil), ("Y12000", nil),
      ("1950S2", nil),
    ] as [(String, String?)])
  func element(_ text: String, _ expected: String?) throws {
    #expect(try EDTFDate.parse(text).get().timeElementText == expected)
  }
}
