package dev.stagedoor.providers.support;

import static dev.stagedoor.domain.kernel.ProviderException.Kind.REJECTED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAVAILABLE;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSitesTest {
  private static final ProviderId ACME = new ProviderId("acme");

  private final StillWaiting waiting = new StillWaiting();
  private final AtomicInteger lookUps = new AtomicInteger();
  private RawServer server;
  private NamedSites sites;

  @AfterEach
  void close() throws IOException {
    if (sites != null) {
      sites.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private NamedSites real(String... allowed) {
    sites = new NamedSites(ACME, runtime(), HttpLimits.DEFAULT, List.of(allowed));
    return sites;
  }

  private ProviderRuntime runtime() {
    return ProviderRuntime.plain().with(waiting);
  }

  /**
   * Finds these addresses for every name, look-up by look-up. To tell a public address without
   * leaving this machine, 127.0.0.1 plays one.
   */
  private NamedSites playing(List<String> allowed, String... answers) {
    Deque<String> left = new ArrayDeque<>(Arrays.asList(answers));
    sites =
        new NamedSites(
            ACME,
            runtime(),
            HttpLimits.DEFAULT.withRepeats(0),
            allowed,
            host -> {
              lookUps.incrementAndGet();
              String answer = left.size() > 1 ? left.pop() : left.peek();
              return Arrays.stream(answer.split(" ", -1))
                  .map(NamedSitesTest::address)
                  .toArray(InetAddress[]::new);
            },
            address ->
                address.getHostAddress().equals("127.0.0.1") || PublicAddresses.has(address));
    return sites;
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private RawServer serving(RawServer.Behaviour... behaviours) throws IOException {
    server = new RawServer(behaviours);
    return server;
  }

  private ProviderException failure(NamedSites named, URI site) {
    return catchThrowableOfType(
        ProviderException.class, () -> named.to(site).build().get("thing.read", "/things").send());
  }

  private URI here(String host) {
    return URI.create("http://" + host + ":" + server.address().getPort());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://2130706433",
        "https://localhost",
        "https://LOCALHOST",
        "https://10.1.2.3",
        "https://172.16.0.1:9000",
        "https://192.168.0.1/store",
        "https://169.254.169.254/latest",
        "https://100.100.100.200",
        "https://0.0.0.0",
        "https://[::1]",
        "https://[::]",
        "https://[::ffff:127.0.0.1]",
        "https://[::ffff:a9fe:a9fe]",
        "https://[64:ff9b::7f00:1]",
        "https://[2002:7f00:1::]",
        "https://[fd00:ec2::254]",
        "https://[fe80::1]",
        "https://[ff02::1]"
      })
  void whatLeadsInsideIsRejectedAndNotAskedForAgain(String site) {
    ProviderException failure = failure(real(), URI.create(site));

    assertThat(failure.kind()).isEqualTo(REJECTED);
    assertThat(failure).hasMessageContaining("may not be called");
    assertThat(waiting.pauses).isEmpty();
  }

  @Test
  void aListenerInsideIsNeverReached() throws IOException {
    AtomicInteger reached = new AtomicInteger();
    try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread listener =
          new Thread(
              () -> {
                try {
                  inside.accept().close();
                  reached.incrementAndGet();
                } catch (IOException e) {
                  // Closed without anybody having come.
                }
              });
      listener.start();

      assertThat(failure(real(), URI.create("https://127.0.0.1:" + inside.getLocalPort())).kind())
          .isEqualTo(REJECTED);
      assertThat(reached).hasValue(0);
    }
  }

  @Test
  void anAllowedHostMayBeInsideAndWithoutTls() throws IOException {
    serving(RawServer.ok("{}"));

    NamedSites named = real(" 127.0.0.1", "Shop.Internal");

    assertThat(named.to(server.address()).build().get("thing.read", "/x").send().status())
        .isEqualTo(200);
    assertThat(named.isCallable(URI.create("http://shop.internal:9000"))).isTrue();
    assertThat(named.isCallable(URI.create("http://other.internal:9000"))).isFalse();
  }

  @Test
  void anotherNameOfAnAllowedHostIsNotAllowed() throws IOException {
    serving(RawServer.ok("{}"));
    URI other = URI.create("https://localhost:" + server.address().getPort());

    assertThat(failure(real("127.0.0.1"), other).kind()).isEqualTo(REJECTED);
    assertThat(server.connections()).isZero();
  }

  @Test
  void aNameThatLeadsOutsideIsCalled() throws IOException {
    serving(RawServer.ok("{}"));
    NamedSites named = playing(List.of("shop.example"), "127.0.0.1");

    assertThat(named.to(here("shop.example")).build().get("thing.read", "/x").send().status())
        .isEqualTo(200);
    assertThat(server.requests.get(0)).contains("Host: shop.example:");
  }

  @Test
  void aNameThatLeadsInsideIsNotCalled() throws IOException {
    NamedSites named = playing(List.of(), "10.0.0.1");

    assertThat(failure(named, URI.create("https://shop.example")).kind()).isEqualTo(REJECTED);
  }

  @Test
  void oneAddressInsideSpoilsAllOfAName() throws IOException {
    serving(RawServer.ok("{}"));
    URI site = URI.create("https://shop.example:" + server.address().getPort());

    assertThat(failure(playing(List.of(), "127.0.0.1 10.0.0.1"), site).kind()).isEqualTo(REJECTED);
    assertThat(server.connections()).isZero();
  }

  /** What was looked at is what is called: nobody asks the name a second time in between. */
  @Test
  void aNameThatSaysSomethingElseAMomentLaterGainsNothing() throws Exception {
    AtomicInteger reached = new AtomicInteger();
    try (ServerSocket outside = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread listener =
          new Thread(
              () -> {
                try {
                  while (true) {
                    Socket caller = outside.accept();
                    reached.incrementAndGet();
                    caller.close();
                  }
                } catch (IOException e) {
                  // Closed at the end.
                }
              });
      listener.start();
      // First it leads outside, from then on inside.
      NamedSites named = playing(List.of(), "127.0.0.1", "10.0.0.1");
      URI site = URI.create("https://shop.example:" + outside.getLocalPort());

      assertThat(failure(named, site).kind()).isNotEqualTo(REJECTED);
      assertThat(lookUps).as("one look-up for the one connection").hasValue(1);
      assertThat(reached).hasValue(1);

      assertThat(failure(named, site).kind()).isEqualTo(REJECTED);
      assertThat(lookUps).as("and one for the next").hasValue(2);
      assertThat(reached).hasValue(1);
    }
  }

  @Test
  void eachConnectionIsLookedAtAnew() throws IOException {
    serving(RawServer.ok("{}"));
    NamedSites named = playing(List.of("shop.example"), "127.0.0.1");
    ProviderHttp http = named.to(here("shop.example")).build();

    Answer first = http.get("thing.read", "/x").send();
    Answer second = http.get("thing.read", "/x").send();

    assertThat(first.status() + second.status()).isEqualTo(400);
    assertThat(lookUps).hasValue(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void noRedirectIsFollowed() throws IOException {
    serving(
        RawServer.says(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nConnection: close\r\n"
                + "Content-Length: 0\r\n\r\n"),
        RawServer.ok("{}"));

    assertThat(failure(real("127.0.0.1"), server.address()).kind()).isEqualTo(UNREADABLE);
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example",
        "ftp://shop.example",
        "file:///etc/passwd",
        "jar:https://shop.example!/",
        "https:shop.example",
        "//shop.example",
        "shop.example",
        "https://user@shop.example",
        "https://user:word@shop.example",
        "https://shop.example?x=1",
        "https://shop.example#x",
        "https://_shop/",
        "https://127.1",
        "https://0x7f.0.0.1"
      })
  void whatIsNoSiteByItsFormIsRefused(String site) {
    NamedSites named = real("127.0.0.1");

    assertThat(named.isCallable(URI.create(site))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> named.to(URI.create(site)));
  }

  @Test
  void aSiteThatIsDownSaysNothingOfTheOthers() throws IOException {
    serving(RawServer.ok("{}"));
    NamedSites named = real("127.0.0.1");
    try (KeptPort down = KeptPort.any()) {
      for (int i = 0; i < 6; i++) {
        assertThat(failure(named, down.address()).kind()).isEqualTo(UNAVAILABLE);
      }
      assertThat(failure(named, down.address())).hasMessageContaining("not asked");
    }

    assertThat(named.to(server.address()).build().get("thing.read", "/x").send().status())
        .isEqualTo(200);
  }

  @Test
  void rejectionsOfAddressesOpenNoCircuit() {
    NamedSites named = real();
    for (int i = 0; i < 12; i++) {
      assertThat(failure(named, URI.create("https://10.0.0.1")))
          .hasMessageContaining("may not be called");
    }
  }

  @Test
  void credentialsAndBodiesGoAsTheyDoElsewhere() throws IOException {
    serving(RawServer.ok("{}"));

    Answer answer =
        real("127.0.0.1")
            .to(server.address())
            .basic("sk_1", Secret.of(""))
            .build()
            .post("thing.create", "/things/{}", "a/b")
            .json(Json.object().put("n", 1))
            .send();

    assertThat(answer.json().isObject()).isTrue();
    assertThat(server.requests.get(0))
        .startsWith("POST /things/a%2Fb HTTP/1.1\r\n")
        .contains("authorization: Basic c2tfMTo=\r\n")
        .contains("content-type: application/json\r\n")
        .contains("Content-Length: 7\r\n")
        .contains("user-agent: " + UserAgent.VALUE + "\r\n")
        .doesNotContainIgnoringCase("upgrade:", "accept-encoding:", "cookie:");
  }

  @Test
  void nothingOfACredentialIsPrinted() {
    HttpLine.Outgoing outgoing =
        new HttpLine.Outgoing(
            "GET",
            URI.create("https://shop.example/x?key=planted"),
            Map.of("authorization", "planted"),
            null);

    assertThat(outgoing).hasToString("GET to shop.example");
  }
}
