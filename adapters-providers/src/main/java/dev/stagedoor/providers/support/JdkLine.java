package dev.stagedoor.providers.support;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Goes to addresses that operators set, by JDK's client. */
final class JdkLine implements HttpLine {
  private final HttpClient client;

  JdkLine(Duration connect) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Incoming send(Outgoing request, Duration deadline, int cap)
      throws NotSentException, LostException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(jdkRequest(request), head -> new CappedBody(cap));
    try {
      HttpResponse<byte[]> reply = exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      return new Incoming(reply.statusCode(), reply.headers().map(), reply.body());
    } catch (TimeoutException e) {
      throw LostException.late(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LostException.interrupted();
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      // Closes the connection of an exchange that is still under way.
      boolean ignored = exchange.cancel(true);
    }
  }

  private static HttpRequest jdkRequest(Outgoing request) {
    byte[] body = request.body();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.address())
            .method(
                request.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    request.headers().forEach(builder::setHeader);
    return builder.build();
  }

  private static LostException failure(ExecutionException e) throws NotSentException {
    for (Throwable why = e.getCause(); why != null; why = why.getCause()) {
      if (why instanceof CappedBody.TooLargeException) {
        return LostException.tooLarge();
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
      return LostException.broken(why);
    }
    throw new IllegalStateException("HTTP client failed", why);
  }
}
