import Foundation
import FoundationNetworking
import Synchronization

/// Sends requests over the web, with TLS.
///
/// The body of a reply is never read: the connection ends with the reply's head. Nothing is kept
/// between requests, neither cookies nor what was fetched.
final class WebClient: HTTPExchange {
  private let session: URLSession
  private let delegate = Delegate()
  private let timeout: Duration

  /// A client that waits so long for each reply.
  init(timeout: Duration) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    // The system counts whole seconds; the limit that holds is this client's own, below.
    configuration.timeoutIntervalForRequest = (timeout / .seconds(1)).rounded(.up) + 1
    self.timeout = timeout
    self.session = URLSession(
      configuration: configuration, delegate: delegate, delegateQueue: nil)
  }

  deinit {
    session.invalidateAndCancel()
  }

  func ask(_ method: HTTPMethod, _ address: String) async -> Result<HTTPReply, HTTPFailure> {
    guard let url = URL(string: address) else { return .failure(.malformed) }
    var request = URLRequest(url: url)
    request.httpMethod = method.rawValue
    request.setValue(
      "Mozilla/5.0 (compatible; Dossier link check)", forHTTPHeaderField: "User-Agent")
    request.setValue("*/*", forHTTPHeaderField: "Accept")
    let task = session.dataTask(with: request)
    let (delegate, timeout) = (delegate, timeout)
    // The system's own limit is on silence; a host that sends a byte now and then would pass it.
    let watch = Task {
      try await Task.sleep(for: timeout)
      delegate.finish(task.taskIdentifier, .failure(.timedOut))
      task.cancel()
    }
    let result = await withCheckedContinuation { continuation in
      delegate.expect(task.taskIdentifier, continuation)
      task.resume()
    }
    watch.cancel()
    return result
  }
}

/// Hears what becomes of the requests.
private final class Delegate: NSObject, URLSessionDataDelegate, Sendable {
  typealias Waiting = CheckedContinuation<Result<HTTPReply, HTTPFailure>, Never>

  private let waiting = Mutex<[Int: Waiting]>([:])

  func expect(_ task: Int, _ continuation: Waiting) {
    waiting.withLock { $0[task] = continuation }
  }

  /// Hands the result over; what comes after the first is not heard.
  func finish(_ task: Int, _ result: Result<HTTPReply, HTTPFailure>) {
    waiting.withLock { $0.removeValue(forKey: task) }?.resume(returning: result)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    finish(task.taskIdentifier, .success(Self.reply(response)))
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = response as? HTTPURLResponse {
      finish(dataTask.taskIdentifier, .success(Self.reply(response)))
    }
    completionHandler(.cancel)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    if let response = task.response as? HTTPURLResponse {
      finish(task.taskIdentifier, .success(Self.reply(response)))
    } else {
      finish(task.taskIdentifier, .failure(Self.failure(error)))
    }
  }

  private static func reply(_ response: HTTPURLResponse) -> HTTPReply {
    HTTPReply(
      status: response.statusCode, location: response.value(forHTTPHeaderField: "Location"),
      retryAfter: response.value(forHTTPHeaderField: "Retry-After"))
  }

  private static func failure(_ error: (any Error)?) -> HTTPFailure {
    guard let error = error as? URLError else {
      return .other(error.map { "\($0)" } ?? "nothing came back")
    }
    switch error.code {
    case .timedOut: return .timedOut
    case .cannotFindHost, .dnsLookupFailed: return .hostUnknown
    case .cannotConnectToHost: return .refused
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot:
      return .insecure
    case .badURL, .unsupportedURL: return .malformed
    default: return .other(error.localizedDescription)
    }
  }
}
