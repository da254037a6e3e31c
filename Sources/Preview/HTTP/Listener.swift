import FlyingSocks
import Glibc

/// A socket at which connections arrive.
struct Listener: Sendable {
  /// Why a socket cannot be had.
  enum Failure: Error {
    /// Another program has the port.
    case portInUse
    /// The name leads to no address, for this reason.
    case hostUnknown(String)
    /// The system does not give it, for this reason.
    case refused(String)
  }

  /// The socket.
  let socket: Socket
  /// Its port.
  let port: UInt16
  /// Whether only this machine can reach it.
  let isLoopback: Bool

  /// Listens at the first address to which `host` leads.
  /// - Parameter port: The port, or 0 for one that is free.
  init(host: String, port: UInt16) throws(Failure) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, String(port), &hints, &list)
    guard status == 0, let first = list else {
      throw .hostUnknown(String(cString: gai_strerror(status)))
    }
    defer { freeaddrinfo(first) }
    // FlyingSocks cannot bind an address whose family is known only now: it calls itself for ever.
    let descriptor = Glibc.socket(first.pointee.ai_family, hints.ai_socktype, 0)
    guard descriptor >= 0 else { throw Self.lastFailure }
    let socket = Socket(file: Socket.FileDescriptor(rawValue: descriptor))
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A port whose last connections are still fading away may be taken again.
    var isOn: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
    guard Glibc.bind(descriptor, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0,
      Glibc.listen(descriptor, SOMAXCONN) == 0
    else {
      let failure = Self.lastFailure
      Glibc.close(descriptor)
      throw failure
    }
    do {
      (self.port, isLoopback) = Self.describe(try socket.sockname())
    } catch {
      Glibc.close(descriptor)
      throw .refused("\(error)")
    }
    self.socket = socket
  }

  private static var lastFailure: Failure {
    let number = errno
    return number == EADDRINUSE ? .portInUse : .refused(String(cString: strerror(number)))
  }

  private static func describe(_ address: Socket.Address) -> (UInt16, Bool) {
    switch address {
    case .ip4(let name, let port): (port, name.hasPrefix("127."))
    case .ip6(let name, let port): (port, name == "::1")
    case .unix: (0, true)
    }
  }

  /// The next connection; one that is lost on the way, or for which the system has no room at the
  /// moment, is no reason to stop.
  func accept(from socket: AsyncSocket) async throws -> AsyncSocket {
    while true {
      do {
        let connection = try await socket.accept()
        let descriptor = connection.socket.file.rawValue
        // The end of an answer, or a piece of news, waits for nothing. A connection that is gone
        // already does not take this, and shows it soon.
        var isOn: Int32 = 1
        setsockopt(
          descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return connection
      } catch SocketError.failed(_, let number, _) where Self.passing.contains(number) {
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  /// The errors of accept(2) that pass.
  private static let passing: Set<Int32> = [
    ECONNABORTED, EPROTO, EINTR, EMFILE, ENFILE, ENOBUFS, ENOMEM, EPERM, ENETDOWN, EHOSTDOWN,
    EHOSTUNREACH, ENETUNREACH, ENONET, ENOPROTOOPT, EOPNOTSUPP,
  ]
}
