public import ArgumentParser
public import Diagnostics

/// Formats are options by their names.
extension ReportFormat: ExpressibleByArgument {}
