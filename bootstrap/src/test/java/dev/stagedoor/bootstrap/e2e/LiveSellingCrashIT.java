package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.providers.facebook.FacebookStub;
import dev.stagedoor.providers.stripe.StripeStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills servers that bill, and lets two of them bill at once: everybody is billed once. */
class LiveSellingCrashIT {
  private static final int BUYERS = 30;
  private static final int CUT_OFF = 6;
  private static final String OPERATOR = "operator@example.org";
  private static final String ACCOUNT = "acct_of_a_merchant";
  private static final Secret KEY = Secret.of("sk_test_stub_of_a_merchant");
  private static final String VIDEO = "4711";

  @TempDir Path folder;

  private final StripeStub stripe = StripeStub.start();
  private final FacebookStub facebook = FacebookStub.start();

  LiveSellingCrashIT() {
    stripe.makeKey(KEY, ACCOUNT);
  }

  @AfterEach
  void close() {
    stripe.close();
    facebook.close();
  }

  private String[] settings(String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add("--stagedoor.routes.payments.default=stripe");
    stripe.settings().forEach((key, value) -> settings.add("--" + key + "=" + value));
    facebook.settings().forEach((key, value) -> settings.add("--" + key + "=" + value));
    return Selling.settings(settings.toArray(String[]::new));
  }

  /** Opens a show under which all the buyers have written. */
  private Selling sells(ServerProcess server, String page) throws Exception {
    facebook.tellTo(server.uri("/api/webhooks/facebook"));
    Selling selling =
        Selling.opens(server, OPERATOR, "pro")
            .connectsByKey(KEY.reveal())
            .connectsPage(page, facebook.tokenOf(page).reveal())
            .plans(page + "_" + VIDEO)
            .offers(1, 1_500, BUYERS)
            .offers(2, 250, BUYERS)
            .starts();
    for (int buyer = 1; buyer <= BUYERS; buyer++) {
      String unused =
          facebook.newComment(page, VIDEO, "buyer" + buyer, "Buyer", "sold 1 and 2", null);
    }
    selling
        .api()
        .await(
            selling.path("/claims"), answer -> answer.json().path("total").asInt() == 2 * BUYERS);
    return selling;
  }

  @Test
  @Timeout(300)
  void everybodyIsBilledOnceWhereverTheServerIsKilled() throws Exception {
    int port = Ports.next();
    Path data = folder.resolve("data");
    String page = facebook.newPage(null);
    Selling selling;
    try (ServerProcess server = ServerProcess.start(data, port, settings())) {
      selling = sells(server, page);
      stripe.fallSilentAtInvoice(CUT_OFF);
      killWhileBilling(server, selling, () -> bills().size() >= CUT_OFF);
    }
    // Made, and nobody was told of it.
    assertThat(bills()).hasSize(CUT_OFF);
    stripe.recover();
    List<BooleanSupplier> moments =
        List.of(() -> bills().size() >= 14, () -> facebook.received(page).size() >= 4);
    for (BooleanSupplier moment : moments) {
      try (ServerProcess server = ServerProcess.start(data, port, settings())) {
        selling = selling.at(server);
        killWhileBilling(server, selling, moment);
      }
    }

    try (ServerProcess server = ServerProcess.start(data, port, settings())) {
      selling = selling.at(server);
      selling.generates(true).mustBe(200);
      selling
          .api()
          .await(
              selling.path("/invoices"),
              Duration.ofMinutes(3),
              LiveSellingCrashIT::isEverythingSettled);

      assertBilledOnce(selling);
      assertThat(selling.invoices().values())
          .allSatisfy(
              invoice -> {
                long messages =
                    facebook.received(page).stream()
                        .filter(text -> text.endsWith(invoice.path("externalUrl").asText()))
                        .count();
                assertThat(messages).isLessThanOrEqualTo(1);
                if (invoice.path("status").asText().equals("sent")) {
                  assertThat(messages).isEqualTo(1);
                }
              });
    }
  }

  /** Bills everybody, and kills the server at a moment while it does. */
  private static void killWhileBilling(
      ServerProcess server, Selling selling, BooleanSupplier moment) throws Exception {
    CompletableFuture<Void> billing = CompletableFuture.runAsync(() -> bill(selling));
    while (!moment.getAsBoolean()) {
      // Looks at the far side until the moment has come; what is killed then is random.
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    server.kill();
    billing.join();
  }

  private static void bill(Selling selling) {
    try {
      Api.Answer unused = selling.generates(true);
    } catch (Exception cutOff) {
      // The server died under the operator, who tries again when it is back.
    }
  }

  /** Every invoice is written, and sent, or left to the operator as its answer was lost. */
  private static boolean isEverythingSettled(Api.Answer answer) {
    for (JsonNode invoice : answer.mustBe(200).json().path("invoices")) {
      boolean isSent = invoice.path("status").asText().equals("sent");
      String delivery = invoice.at("/delivery/status").asText();
      if (!invoice.hasNonNull("externalUrl")
          || !(isSent || delivery.equals("begun") || delivery.equals("unknown"))) {
        return false;
      }
    }
    return true;
  }

  private List<JsonNode> bills() {
    return stripe.things(ACCOUNT, "in_");
  }

  private void assertBilledOnce(Selling selling) throws Exception {
    Map<String, JsonNode> invoices = selling.invoices();
    assertThat(invoices).hasSize(BUYERS);
    assertThat(invoices.values())
        .extracting(invoice -> invoice.path("amountCents").asLong())
        .containsOnly(1_750L);
    assertThat(bills()).hasSize(BUYERS);
    assertThat(bills())
        .allSatisfy(
            bill -> {
              assertThat(bill.path("status").asText()).isEqualTo("open");
              assertThat(bill.path("total").asLong()).isEqualTo(1_750);
            });
    Set<String> customers = new HashSet<>();
    bills().forEach(bill -> customers.add(bill.path("customer").asText()));
    assertThat(customers).hasSize(BUYERS);
    assertThat(bills())
        .extracting(bill -> bill.path("id").asText())
        .containsExactlyInAnyOrderElementsOf(
            invoices.values().stream().map(one -> one.path("externalId").asText()).toList());
  }

  @Test
  void twoServersBillAsOneAndTellOfEachOther() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("shared"));
        ServerProcess one = start(database);
        ServerProcess two = start(database)) {
      Selling here = sells(one, facebook.newPage(null));
      Selling there = here.at(two);
      Messages messages = new Messages();
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + there.token())
              .buildAsync(
                  URI.create(
                      two.uri("/ws/shows/" + there.show()).toString().replaceFirst("http", "ws")),
                  messages)
              .join();
      messages.awaitOne("hello", "");
      here.claims(1, "late");
      messages.awaitOne("claim.created", "\"late\"");

      CompletableFuture<Api.Answer> first = generating(here);
      CompletableFuture<Api.Answer> second = generating(there);

      assertThat(first.join().mustBe(200).json().path("invoices")).hasSize(BUYERS);
      assertThat(second.join().mustBe(200).json().path("invoices")).hasSize(BUYERS);
      here.api()
          .await(
              here.path("/invoices"),
              answer -> answer.json().findValuesAsText("externalUrl").size() >= BUYERS);
      assertBilledOnce(here);
      messages.awaitOne("invoice.created", "buyer" + BUYERS + "\"");
      socket.abort();
    }
  }

  private static CompletableFuture<Api.Answer> generating(Selling selling) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return selling.generates(false);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private ServerProcess start(EmbeddedDatabase database) throws Exception {
    return ServerProcess.start(
        folder.resolve("unused"), Ports.next(), settings(TwoServers.on(database, Stream.of())));
  }

  /** What comes over a socket. */
  private static final class Messages implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        received.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    /** Waits for a message of a type that says this; others are passed over. */
    void awaitOne(String type, String says) throws InterruptedException {
      String message = received.poll(30, TimeUnit.SECONDS);
      while (message != null && !(message.contains("\"" + type + "\"") && message.contains(says))) {
        message = received.poll(30, TimeUnit.SECONDS);
      }
      assertThat(message).as("a message %s with %s", type, says).isNotNull();
    }
  }
}
