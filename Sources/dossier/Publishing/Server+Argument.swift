public import ArgumentParser
public import Publishing

/// Web servers are options by their names.
extension ServerConfiguration.Server: ExpressibleByArgument {}
