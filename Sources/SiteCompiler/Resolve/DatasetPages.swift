import Datasets
import Diagnostics
import SiteModel

/// Finds pages that someone wrote where a dataset has its own.
enum DatasetPages {
  /// The faults, each at the page: its dataset would have no page, and values nowhere to lead.
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.site.datasets.names.flatMap { name -> [Diagnostic] in
      guard let dataset = index.site.datasets[name] else { return [] }
      guard name != DatasetAddress.reservedName else { return [reserved(dataset)] }
      let address = DatasetAddress(dataset)
      return (1...address.pageCount).compactMap { number in
        guard let page = index.page(at: address.path(ofPage: number)),
          !index.isImplied(page)
        else { return nil }
        return Diagnostic(
          .outputConflict,
          "this page stands where the dataset '\(name)' has its own, '\(index.pages[page].output)'",
          at: index.pages[page].span,
          labels: [Diagnostic.Label(dataset.span, "it is this dataset")],
          help: "give the page another name, or put it into another folder")
      }
    }
  }

  private static func reserved(_ dataset: Dataset) -> Diagnostic {
    Diagnostic(
      .outputConflict,
      "the page of a dataset called '\(dataset.name)' would stand where the list of all datasets "
        + "does, 'data/index.html'", at: dataset.span, help: "give the dataset another name")
  }
}
