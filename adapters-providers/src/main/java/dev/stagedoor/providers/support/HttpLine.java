package dev.stagedoor.providers.support;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Makes one exchange, once: follows no redirect, and is done by its deadline, body included. */
final class HttpLine {
  /** The request did not leave: nobody was there to take it. */
  static final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    NotSentException(String why) {
      super(why, null, false, false);
    }
  }

  /** The request may have left, and no whole answer came back. */
  static final class LostException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Loss loss;

    LostException(String why, Loss loss) {
      super(why, null, false, false);
      this.loss = loss;
    }

    Loss loss() {
      return loss;
    }
  }

  enum Loss {
    /** Time was up, or the connection broke. */
    BROKEN,
    /** There is an answer, and it is larger than what is read. */
    TOO_LARGE,
    /** Our own thread was asked to end. */
    INTERRUPTED
  }

  private final HttpClient client;

  HttpLine(Duration connect) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  HttpResponse<byte[]> send(HttpRequest request, Duration deadline, int cap)
      throws NotSentException, LostException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new CappedBody(cap));
    try {
      return exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new LostException("no whole answer within " + deadline.toMillis() + " ms", Loss.BROKEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostException("interrupted", Loss.INTERRUPTED);
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      // Closes the connection of an exchange that is still under way.
      boolean ignored = exchange.cancel(true);
    }
  }

  private static LostException failure(ExecutionException e) throws NotSentException {
    for (Throwable why = e.getCause(); why != null; why = why.getCause()) {
      if (why instanceof CappedBody.TooLargeException) {
        return new LostException("answered more than is read", Loss.TOO_LARGE);
      }
      if (why instanceof HttpConnectTimeoutException
          || why instanceof ConnectException
          || why instanceof UnknownHostException
          || why instanceof UnresolvedAddressException
          || why instanceof SSLHandshakeException) {
        throw new NotSentException("no connection: " + why.getClass().getSimpleName());
      }
    }
    Throwable why = e.getCause();
    if (why instanceof IOException) {
      // Its message may repeat what the provider wrote.
      return new LostException("connection broke: " + why.getClass().getSimpleName(), Loss.BROKEN);
    }
    throw new IllegalStateException("HTTP client failed", why);
  }
}
