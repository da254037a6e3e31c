/// Words that names are made of and that are no names: what is near one of them is no misspelling,
/// and beside one a word may still be part of another name.
enum OrdinaryWords {
  /// Whether the folded word is one.
  static func contains(_ word: [UInt8]) -> Bool { words.contains(word) }

  /// Whether the folded word is a name that many people bear, each in a spelling of their own.
  static func isGivenName(_ word: [UInt8]) -> Bool { given.contains(word) }

  private static let given: Set<[UInt8]> = Set(
    """
    abdallah abdul abdullah ahmad ahmed akbar alexander andrew anthony aziz aleksander bashir \
    catherine charles christian christopher daniel david deborah debora edward elisabeth \
    elizabeth faisal farid frederick friedrich geoffrey george hamid hamza hasan hassan heinrich \
    hussain hussein ibrahim ismail jeffrey johann johannes jonathan joseph josef karim karima \
    katherine khaled khalid mahmood mahmoud mahmud malik margaret maria marie martin mathew \
    matthew michael mohamed mohammad mohammed muhammad muhammed mustafa nasir nasser nicholas \
    omar osman othman patrick peter philip philipp phillip rahim rahman rashid rebecca richard \
    robert saeed saleh salih samuel sarah sayed sayyid stefan stephan stephen steven suleiman \
    sulayman tariq thomas usman walter wilhelm william yousef yousuf youssef yusuf zahir
    """.split(separator: " ").map { Array($0.utf8) })

  private static let words: Set<[UInt8]> = Set(
    (bodies + titles + times + german).split(separator: " ").map { Array($0.utf8) })

  /// English words in the names of bodies and places.
  private static let bodies = """
    academy administration agency air alliance allied american area armed armies army assembly \
    association authority bank base battalion board border branch brigade british bureau cabinet \
    camp capital center central centre church city class coalition college command commission \
    committee community company confederation conference congress corps council country county \
    court defence defense delegation democratic department desert directorate district division \
    east eastern economic education embassy emergency emirate empire european family federal \
    federation finance force forces foreign forest forum foundation front general global \
    government great group guard harbor harbour headquarters health high history home hospital \
    house human independent industry information initiative inspector institute institution \
    intelligence interior international island islands joint justice kingdom lake land league \
    liberation library line local lower maritime market media military militia ministry mission \
    mosque mountain mountains movement museum nation national nations naval navy network news \
    north northern northwest northeast ocean office oil operation order organisation organization \
    parliament party peace people peoples pier police political popular port press prison \
    programme project province provinces public radio railway red region regional relief reporter \
    republic research reserve resistance revolution revolutionary river road route royal rural \
    school science sea secret section security senate service services social society south \
    southern southwest southeast special staff state states station street study supreme system \
    team territory times town trade transport treaty tribal tribe tribes tribunal troops union \
    unions united unity university upper valley village war water welfare west western white \
    women workers world youth islamic islam muslim christian jewish arab
    """ + " "

  /// What stands before a person's name.
  private static let titles = """
    ambassador amir ayatollah brother captain chancellor chief colonel commander dame dean doctor \
    emir father field governor hajji imam judge king lady leader lieutenant lord major marshal \
    maulana maulvi mayor minister mister mother mullah president prime prince princess professor \
    queen saint secretary senator sergeant shah sheikh shaykh sheik sister sultan uncle \
    spokesman spokesperson deputy former late the and but for with from that this these those when \
    where while after before since until under over against between among during both also some \
    most many other such only even then thus here there what which whose who whom how why
    """ + " "

  private static let times = """
    january february march april may june july august september october november december monday \
    tuesday wednesday thursday friday saturday sunday spring summer autumn winter januar februar \
    marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag \
    sonntag fruhling sommer herbst winter
    """ + " "

  /// German words in the names of bodies and places, and before persons' names.
  private static let german = """
    amt armee bund bundes bundeswehr deutsche deutscher deutsches dorf europaische fluss fuhrer \
    gebirge gemeinschaft general gericht gesellschaft gruppe hafen haus herr frau insel institut \
    internationale islamische islamischer islamisches kanzler kirche kommando kommission konig \
    land linie minister ministerium nationale netzwerk norden nordliche organisation osten ostliche \
    partei polizei prasident provinz regierung republik rat scheich schule see sicherheit staat \
    staaten stadt stiftung suden sudliche truppen union universitat verein vereinte vereinten \
    volk welt westen westliche zentrum
    """
}
