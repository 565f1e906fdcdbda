package dev.stagedoor.providers.support;

import static dev.stagedoor.domain.kernel.ProviderException.Kind.REJECTED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAVAILABLE;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamedStreamsTest {
  private static final ProviderId ACME = new ProviderId("acme");
  private static final NamedStreams.Limits PATIENT =
      NamedStreams.Limits.DEFAULT.withTotal(Duration.ofSeconds(30)).withBytes(1000);
  private static final NamedStreams.Limits SHORT = PATIENT.withTotal(Duration.ofMillis(400));

  private final AtomicInteger lookUps = new AtomicInteger();
  private RawServer server;
  private NamedStreams streams;

  @AfterEach
  void close() throws IOException {
    if (streams != null) {
      streams.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private RawServer serving(RawServer.Behaviour... behaviours) throws IOException {
    server = new RawServer(behaviours);
    return server;
  }

  private NamedStreams allowing(NamedStreams.Limits limits, String... hosts) {
    streams = new NamedStreams(ACME, ProviderRuntime.plain(), limits, () -> List.of(hosts));
    return streams;
  }

  /** Finds these addresses for every name, look-up by look-up; 127.0.0.1 plays a public one. */
  private NamedStreams playing(String... answers) {
    Deque<String> left = new ArrayDeque<>(Arrays.asList(answers));
    streams =
        new NamedStreams(
            ACME,
            ProviderRuntime.plain(),
            NamedStreams.Limits.DEFAULT,
            List::of,
            host -> {
              lookUps.incrementAndGet();
              String answer = left.size() > 1 ? left.pop() : left.peek();
              return new InetAddress[] {address(answer)};
            },
            address ->
                address.getHostAddress().equals("127.0.0.1") || PublicAddresses.has(address));
    return streams;
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(NamedStreams named, URI address) {
    return named
        .visit()
        .read(
            "thing.read",
            address,
            (body, from) -> new String(body.stream().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static ProviderException failure(NamedStreams named, URI address) {
    return catchThrowableOfType(ProviderException.class, () -> text(named, address));
  }

  private URI at(String host) {
    return URI.create("http://" + host + ":" + server.address().getPort() + "/x");
  }

  @Test
  void aBodyIsReadAndTheRestIsNotWaitedFor() throws IOException {
    serving(RawServer.ok("hello"));

    assertThat(text(allowing(PATIENT, "127.0.0.1"), server.address())).isEqualTo("hello");

    String first =
        streams
            .visit()
            .read(
                "thing.read",
                server.address(),
                (body, from) -> String.valueOf((char) body.stream().read()));
    assertThat(first).isEqualTo("h");
  }

  @Test
  void aHeadOrABodyThatDripsForEverIsGivenUp() throws Exception {
    for (String beginning :
        List.of(
            "HTTP/1.1 200 OK\r\nx-filling: ",
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;")) {
      RawServer[] dripping = new RawServer[1];
      dripping[0] = new RawServer(connection -> dripping[0].drips(beginning).on(connection));
      try (RawServer one = dripping[0];
          NamedStreams named =
              new NamedStreams(ACME, ProviderRuntime.plain(), SHORT, () -> List.of("127.0.0.1"))) {
        assertThat(failure(named, one.address()).kind()).as(beginning).isEqualTo(UNAVAILABLE);
        assertThat(one.wasHungUp()).isTrue();
      }
    }
  }

  @Test
  void aBodyThatBreaksOffIsNoWholeOne() throws IOException {
    serving(RawServer.says("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello"));

    assertThat(failure(allowing(PATIENT, "127.0.0.1"), server.address()).kind())
        .isEqualTo(UNAVAILABLE);
  }

  @Test
  void tooMuchIsToldFromAllElseAndCountedForAVisit() throws IOException {
    serving(RawServer.ok("x".repeat(600)));
    NamedStreams named = allowing(PATIENT, "127.0.0.1");
    NamedStreams.Visit visit = named.visit();
    NamedStreams.Reading<Integer> reading = (body, from) -> body.stream().readAllBytes().length;

    assertThat(visit.read("thing.read", server.address(), reading)).isEqualTo(600);
    ProviderException failure =
        catchThrowableOfType(
            ProviderException.class, () -> visit.read("thing.read", server.address(), reading));

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(Oversize.isBehind(failure)).isTrue();
    assertThat(named.visit().read("thing.read", server.address(), reading)).isEqualTo(600);
  }

  @Test
  void aReaderThatSwallowsAFailureDoesNotHideIt() throws IOException {
    serving(RawServer.ok("x".repeat(2000)));

    ProviderException failure =
        catchThrowableOfType(
            ProviderException.class,
            () ->
                allowing(PATIENT, "127.0.0.1")
                    .visit()
                    .read(
                        "thing.read",
                        server.address(),
                        (body, from) -> {
                          try {
                            return body.stream().readAllBytes().length;
                          } catch (IOException e) {
                            return 0;
                          }
                        }));

    assertThat(Oversize.isBehind(failure)).isTrue();
  }

  @Test
  void whatAReaderThrowsGoesThroughAndEndsTheConnection() throws Exception {
    RawServer[] silent = new RawServer[1];
    silent[0] =
        new RawServer(
            connection -> silent[0].saysAndIsSilent("HTTP/1.1 200 OK\r\n\r\nhello").on(connection));
    server = silent[0];
    IllegalStateException thrown = new IllegalStateException("mine");

    assertThatThrownBy(
            () ->
                allowing(NamedStreams.Limits.DEFAULT, "127.0.0.1")
                    .visit()
                    .read(
                        "thing.read",
                        server.address(),
                        (body, from) -> {
                          throw thrown;
                        }))
        .isSameAs(thrown);
    assertThat(server.wasHungUp()).isTrue();
  }

  @Test
  void aNameThatLeadsInsideIsNotCalledNorOneThatDoesSoAMomentLater() throws IOException {
    serving(RawServer.ok("hello"));

    assertThat(failure(playing("10.0.0.1"), at("tv.example")).kind()).isEqualTo(REJECTED);
    streams.close();
    NamedStreams named = playing("127.0.0.1", "::ffff:10.0.0.1");
    assertThat(text(named, at("tv.example"))).isEqualTo("hello");
    assertThat(failure(named, at("tv.example")).kind()).isEqualTo(REJECTED);
    assertThat(server.connections()).isEqualTo(1);
    assertThat(lookUps).hasValue(3);
  }

  @Test
  void aRedirectIsLookedAtAsTheFirstAddressWas() throws IOException {
    serving(
        RawServer.says(
            "HTTP/1.1 302 Found\r\nLocation: http://other.example/x\r\nContent-Length: 0\r\n\r\n"),
        RawServer.ok("hello"));

    assertThat(failure(playing("127.0.0.1", "192.168.0.1"), at("tv.example")).kind())
        .isEqualTo(REJECTED);
    assertThat(lookUps).hasValue(2);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void anAllowedHostMayBeAllowedAtOnePortOnly() throws IOException {
    serving(RawServer.ok("hello"));
    int port = server.address().getPort();

    assertThat(text(allowing(PATIENT, "127.0.0.1:" + port), server.address())).isEqualTo("hello");
    streams.close();
    assertThat(failure(allowing(PATIENT, "127.0.0.1:1"), server.address()).kind())
        .isEqualTo(REJECTED);
  }
}
