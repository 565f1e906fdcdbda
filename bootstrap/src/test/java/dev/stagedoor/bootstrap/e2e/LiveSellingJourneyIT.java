package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sale on the sandbox: from a connected account to paid invoices. */
class LiveSellingJourneyIT {
  private static final String OPERATOR = "operator@example.org";
  private static final String PAGE = "antiques";
  private static final String POST = "post_1";
  private static final String GOOD = "4242424242424242";
  private static final String DECLINED = "4000000000000002";
  private static final int ITEMS = 20;
  private static final int BUYERS = 60;
  private static final int COMMENTS = 300;
  private static final int REMOVED = 12;

  @TempDir Path data;

  @Test
  void aShowSellsByCommentsAndIsPaid() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Ports.next(), Selling.settings())) {
      Selling selling =
          Selling.opens(server, OPERATOR, "pro")
              .connectsByKey("sk_test_merchant_of_antiques")
              .connectsPage(PAGE, "page_token_sandbox_" + PAGE)
              .plans(POST);
      for (int number = 1; number <= ITEMS; number++) {
        selling.offers(number, price(number), quantity(number));
      }
      selling.starts();

      List<Written> written = write(server);
      selling
          .api()
          .await(
              selling.path("/comments?limit=1000"),
              answer ->
                  answer.json().path("total").asInt() == COMMENTS
                      && count(answer.json().path("comments"), "ignored", "removed") == REMOVED);
      selling.ends();

      Map<String, Map<Integer, Integer>> expected = recomputed(written);
      assertThat(claimed(selling)).isEqualTo(expected);
      assertThat(expected.size()).as("buyers who have something").isBetween(20, BUYERS);

      selling.generates(true).mustBe(200);
      selling
          .api()
          .await(
              selling.path("/invoices"),
              answer -> count(answer.json().path("invoices"), "status", "sent") == expected.size());

      Map<String, JsonNode> invoices = selling.invoices();
      assertThat(totals(invoices)).isEqualTo(due(expected));
      assertEachGotTheirLink(server, invoices);
      payDeclineAndVoid(server, selling, new ArrayList<>(invoices.values()));
    }
  }

  private static long price(int number) {
    return 500 + 125L * number;
  }

  private static int quantity(int number) {
    return 1 + number % 7;
  }

  /** One comment that was written, and what its writer means by it. */
  private record Written(String id, String person, Instant at, Map<Integer, Integer> wanted) {}

  private static List<Written> write(ServerProcess server) throws Exception {
    Random random = new Random(20_250_601);
    List<Written> written = new ArrayList<>();
    for (int i = 0; i < COMMENTS; i++) {
      Map<Integer, Integer> wanted = new TreeMap<>();
      String text = text(random, wanted);
      JsonNode comment =
          server
              .api()
              .post(
                  "/sandbox/channels/comments",
                  """
                  {"page": "%s", "post": "%s", "name": "Buyer %d", "text": "%s"}
                  """
                      .formatted(PAGE, POST, random.nextInt(BUYERS), text))
              .mustBe(200)
              .json();
      written.add(
          new Written(
              comment.path("id").asText(),
              comment.path("person").asText(),
              Instant.parse(comment.path("createdAt").asText()),
              wanted));
    }
    for (int i = 0; i < REMOVED; i++) {
      Written gone = written.remove(random.nextInt(written.size()));
      server.api().post("/sandbox/channels/comments/" + gone.id() + "/remove", "").mustBe(200);
    }
    return written;
  }

  private static String text(Random random, Map<Integer, Integer> wanted) {
    int item = 1 + random.nextInt(ITEMS);
    int other = 1 + item % ITEMS;
    int pieces = 2 + random.nextInt(2);
    switch (random.nextInt(8)) {
      case 0 -> {
        return "how lovely!";
      }
      case 1 -> {
        return "what is the size of " + item + "?";
      }
      case 2 -> {
        wanted.put(item, pieces);
        return "sold %d x%d".formatted(item, pieces);
      }
      case 3 -> {
        wanted.put(item, 1);
        wanted.put(other, 1);
        return "mine %d and %d".formatted(item, other);
      }
      case 4 -> {
        wanted.put(item, 1);
        return "#" + item;
      }
      default -> {
        wanted.put(item, 1);
        return "sold " + item;
      }
    }
  }

  /**
   * Says who has what, from the comments alone: the first that somebody wrote on an item counts,
   * and who wrote before is served before.
   */
  private static Map<String, Map<Integer, Integer>> recomputed(List<Written> written) {
    List<Written> inOrder = new ArrayList<>(written);
    inOrder.sort(Comparator.comparing(Written::at));
    Map<String, Map<Integer, Integer>> has = new TreeMap<>();
    Map<Integer, Integer> left = new TreeMap<>();
    Set<String> said = new HashSet<>();
    for (Written comment : inOrder) {
      comment
          .wanted()
          .forEach(
              (item, pieces) -> {
                if (said.add(comment.person() + " " + item)) {
                  int before = left.getOrDefault(item, quantity(item));
                  int given = Math.max(0, Math.min(pieces, before));
                  left.put(item, before - pieces);
                  if (given > 0) {
                    has.computeIfAbsent(comment.person(), person -> new TreeMap<>())
                        .put(item, given);
                  }
                }
              });
    }
    return has;
  }

  private static Map<String, Map<Integer, Integer>> claimed(Selling selling) throws Exception {
    Map<String, Map<Integer, Integer>> has = new TreeMap<>();
    for (JsonNode claim :
        selling.api().get(selling.path("/claims?limit=1000")).mustBe(200).json().path("claims")) {
      if (claim.path("granted").asInt() > 0) {
        has.computeIfAbsent(claim.path("platformUserId").asText(), person -> new TreeMap<>())
            .merge(claim.path("itemNumber").asInt(), claim.path("granted").asInt(), Integer::sum);
      }
    }
    return has;
  }

  private static Map<String, Long> due(Map<String, Map<Integer, Integer>> has) {
    Map<String, Long> due = new TreeMap<>();
    has.forEach(
        (person, items) ->
            due.put(
                person,
                items.entrySet().stream()
                    .mapToLong(item -> price(item.getKey()) * item.getValue())
                    .sum()));
    return due;
  }

  private static Map<String, Long> totals(Map<String, JsonNode> invoices) {
    Map<String, Long> totals = new TreeMap<>();
    invoices.forEach((buyer, one) -> totals.put(buyer, one.path("amountCents").asLong()));
    return totals;
  }

  private static void assertEachGotTheirLink(ServerProcess server, Map<String, JsonNode> invoices)
      throws Exception {
    Map<String, String> received = new TreeMap<>();
    for (JsonNode message :
        server
            .api()
            .get("/sandbox/messages?channel=facebook&limit=1000")
            .mustBe(200)
            .json()
            .path("messages")) {
      assertThat(received.put(message.path("to").asText(), message.path("text").asText()))
          .as("one message for each buyer")
          .isNull();
    }
    assertThat(received.keySet()).isEqualTo(new TreeMap<>(invoices).keySet());
    invoices.forEach(
        (buyer, invoice) ->
            assertThat(received.get(buyer)).contains(invoice.path("externalUrl").asText()));
  }

  private static void payDeclineAndVoid(
      ServerProcess server, Selling selling, List<JsonNode> invoices) throws Exception {
    String paid = invoices.get(0).path("id").asText();
    pay(server, invoices.get(0), GOOD);
    assertThat(selling.awaitInvoice(paid, "paid").path("paidAt").asText()).isNotBlank();
    selling.asks(paid, "void").mustBe(409);

    String declined = invoices.get(1).path("id").asText();
    pay(server, invoices.get(1), DECLINED);
    assertThat(selling.awaitInvoice(declined, "error").path("errorMessage").asText()).isNotBlank();
    assertThat(selling.asks(declined, "retry").mustBe(200).text("/invoice/status"))
        .isIn("sent", "draft");
    pay(server, invoices.get(1), GOOD);
    assertThat(selling.awaitInvoice(declined, "paid").hasNonNull("errorMessage")).isFalse();

    String voided = invoices.get(2).path("id").asText();
    assertThat(selling.asks(voided, "void").mustBe(200).text("/invoice/status")).isEqualTo("void");
    String buyer = invoices.get(2).path("buyerPlatformId").asText();
    assertThat(selling.invoices()).doesNotContainKey(buyer);
    // What was on it can be billed anew, to the same amount, and to nobody else.
    selling.generates(false).mustBe(200);
    Map<String, JsonNode> again = selling.invoices();
    assertThat(again).hasSize(invoices.size());
    assertThat(again.get(buyer).path("amountCents")).isEqualTo(invoices.get(2).path("amountCents"));
    assertThat(again.get(buyer).path("id").asText()).isNotEqualTo(voided);
  }

  private static void pay(ServerProcess server, JsonNode invoice, String card) throws Exception {
    String page = invoice.path("externalUrl").asText().replaceFirst("^.*/sandbox/", "/sandbox/");
    String typed = new ObjectMapper().createObjectNode().put("cardNumber", card).toString();
    server.api().post(page, typed, "Accept", "text/html").mustBe(303);
  }

  private static long count(JsonNode list, String member, String value) {
    long count = 0;
    for (JsonNode one : list) {
      count += one.path(member).asText().equals(value) ? 1 : 0;
    }
    return count;
  }
}
