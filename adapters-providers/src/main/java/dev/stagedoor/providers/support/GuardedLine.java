package dev.stagedoor.providers.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Goes to addresses that users name, and to none but public ones, unless the operator allows their
 * host. What is looked at is what the connection goes to: each exchange has a connection of its
 * own, whose one look-up of the name is checked, so a name that says something else a moment later
 * gains nothing. No proxy, for that would look names up again.
 */
final class GuardedLine implements HttpLine, AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final int LONGEST_HEADER = 16_384;
  private static final int MOST_HEADERS = 200;

  /** Finds the addresses of a host, which may be given as one. */
  interface Names {
    Names REAL = InetAddress::getAllByName;

    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private static final class ForbiddenException extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Looks names up once, and lets a connection have what it has seen and nothing else. */
  private record Checked(Names names, Predicate<String> allowed, Predicate<InetAddress> isPublic)
      implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = names.addresses(host);
      // One that leads inside spoils all: who names it means no good.
      if (!allowed.test(host) && !Arrays.stream(found).allMatch(isPublic)) {
        throw new ForbiddenException();
      }
      return found;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      InetAddress[] found = allowed.test(host + ":" + port) ? names.addresses(host) : resolve(host);
      return Arrays.stream(found).map(one -> new InetSocketAddress(one, port)).toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private final CloseableHttpClient client;
  private final ThreadPoolExecutor threads;

  /**
   * @param allowed hosts, in lower case, that may lead anywhere; asked of each with its port, too
   */
  GuardedLine(Duration connect, Predicate<String> allowed) {
    this(connect, allowed, Names.REAL, PublicAddresses::has);
  }

  GuardedLine(
      Duration connect, Predicate<String> allowed, Names names, Predicate<InetAddress> isPublic) {
    Timeout limit = Timeout.of(connect);
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(
                        new Checked(
                            names, host -> allowed.test(host.toLowerCase(Locale.ROOT)), isPublic))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(
                                Http1Config.custom()
                                    .setMaxLineLength(LONGEST_HEADER)
                                    .setMaxHeaderCount(MOST_HEADERS)
                                    .build())
                            .build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(limit).build())
                    .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(limit).build())
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .setRedirectsEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableDefaultUserAgent()
            .build();
    threads =
        new ThreadPoolExecutor(
            0,
            CONNECTIONS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "stagedoor-guarded-http");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public Incoming send(Outgoing request, Duration deadline, int cap)
      throws NotSentException, LostException {
    HttpUriRequestBase call = new HttpUriRequestBase(request.method(), request.address());
    request.headers().forEach(call::setHeader);
    byte[] body = request.body();
    if (body != null) {
      // Its type stands in the headers.
      call.setEntity(new ByteArrayEntity(body, null));
    }
    try {
      return within(deadline, () -> client.execute(call, answer -> read(call, answer, cap)));
    } finally {
      // Closes the connection of an exchange that is still under way.
      call.abort();
    }
  }

  /** An answer whose body is still to come. To be closed, which ends its connection. */
  static final class Opened implements AutoCloseable {
    private final HttpUriRequestBase call;
    private final ClassicHttpResponse answer;

    private Opened(HttpUriRequestBase call, ClassicHttpResponse answer) {
      this.call = call;
      this.answer = answer;
    }

    int status() {
      return answer.getCode();
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
    }

    InputStream body() throws IOException {
      return answer.getEntity() == null
          ? InputStream.nullInputStream()
          : answer.getEntity().getContent();
    }

    /** Ends the connection now, from any thread: whoever reads the body sees it broken. */
    @Override
    public void close() {
      // Else the client would read the rest to keep the connection.
      call.abort();
      try {
        answer.close();
      } catch (IOException e) {
        // It is gone, as it should be.
      }
    }
  }

  /**
   * Asks for something large, and returns when its head has come. The body has no limit yet.
   *
   * @param deadline until the head has come
   */
  Opened open(URI address, Map<String, String> headers, Duration deadline)
      throws NotSentException, LostException {
    HttpUriRequestBase call = new HttpUriRequestBase("GET", address);
    headers.forEach(call::setHeader);
    boolean isOpen = false;
    try {
      Opened opened =
          within(deadline, () -> new Opened(call, client.executeOpen(null, call, null)));
      isOpen = true;
      return opened;
    } finally {
      if (!isOpen) {
        // What still comes is closed as it comes.
        call.abort();
      }
    }
  }

  private <T> T within(Duration deadline, Callable<T> work) throws NotSentException, LostException {
    Future<T> exchange;
    try {
      exchange = threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw new NotSentException("too many calls to such addresses at once");
    }
    try {
      return exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw LostException.late(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LostException.interrupted();
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      exchange.cancel(true);
    }
  }

  private static Incoming read(HttpUriRequestBase call, ClassicHttpResponse answer, int cap)
      throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : answer.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(String.valueOf(header.getValue()));
    }
    byte[] body = new byte[0];
    if (answer.getEntity() != null) {
      body = capped(call, answer.getEntity().getContent(), cap);
    }
    return new Incoming(answer.getCode(), headers, body);
  }

  private static byte[] capped(HttpUriRequestBase call, InputStream content, int cap)
      throws IOException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
      if (read > cap - taken.size()) {
        // Else the client would read the rest to keep the connection.
        call.abort();
        throw new TooLargeException();
      }
      taken.write(piece, 0, read);
    }
    return taken.toByteArray();
  }

  private static LostException failure(ExecutionException e) throws NotSentException {
    for (Throwable why = e.getCause(); why != null; why = why.getCause()) {
      if (why instanceof ForbiddenException) {
        throw NotSentException.forbidden();
      }
      if (why instanceof TooLargeException) {
        return LostException.tooLarge();
      }
      if (why instanceof ConnectTimeoutException
          || why instanceof ConnectException
          || why instanceof UnknownHostException
          || why instanceof SSLHandshakeException
          || why instanceof SSLPeerUnverifiedException) {
        throw new NotSentException("no connection: " + why.getClass().getSimpleName());
      }
    }
    Throwable why = e.getCause();
    if (why instanceof IOException) {
      return LostException.broken(why);
    }
    throw new IllegalStateException("HTTP client failed", why);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }
}
