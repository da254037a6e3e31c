import Bytes
import Diagnostics

/// What reading one produced page or picture brought to light.
struct RenderedReading: Sendable {
  /// Something that does not resolve, or stands twice.
  struct Sighting: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// An address where the site has no file.
      case fileMissing
      /// An address whose file is there, and nothing in it with that id.
      case idMissing
      /// The id of an element of the same page that is not there.
      case referenceMissing
      /// An id that an earlier element has.
      case idRepeated
      /// An address without anything in it.
      case empty
      /// An address above the site's root, or with malformed escapes.
      case outside
      /// Something that the browser would fetch from another host.
      case remote
    }

    /// What wrote it.
    enum Origin: Hashable, Sendable {
      /// The page with this index, which the file is or belongs to.
      case page(Int)
      /// Others: the file is copied, and this is the place in it.
      case copied(SourceSpan)
    }

    let kind: Kind
    /// The file that was read, a path from the site's root.
    let output: String
    /// What wrote it.
    let origin: Origin
    /// The name of the attribute, in lower case.
    let attribute: String
    /// The value, or the part of it in question, as it is written.
    let written: String
  }

  /// A sighting if nothing has the id `key`, which may be on a page that is read elsewhere.
  struct Awaiting: Sendable {
    let key: Fingerprint
    let sighting: Sighting
  }

  /// The files of the site to which it leads.
  var targets: Set<Fingerprint> = []
  /// The ids that are there, each with its file.
  var ids: Set<Fingerprint> = []
  /// What depends on the ids of other pages.
  var awaiting: [Awaiting] = []
  /// What is wrong in any case, each once.
  var sightings: [Sighting] = []
}
