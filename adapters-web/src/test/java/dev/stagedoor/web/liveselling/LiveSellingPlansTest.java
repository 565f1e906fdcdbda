package dev.stagedoor.web.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.web.liveselling.SellingServer.Reply;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each plan includes, on every route of live selling. */
class LiveSellingPlansTest {
  private static SellingServer server;

  @BeforeAll
  static void open() {
    server = new SellingServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /**
   * What a workspace pays for and has connected.
   *
   * @param isSecondConnected whether square is connected beside stripe, and wrote the invoices
   * @param provider whom the routes are asked about
   * @param required the plan that routes which need one ask for; blank when this one does
   */
  private record Standing(Plan plan, boolean isSecondConnected, String provider, String required) {}

  static Stream<Arguments> routesOfEachPlan() {
    return Stream.of(
            new Standing(Plan.FREE, false, "stripe", "pro"),
            new Standing(Plan.STARTER, false, "stripe", "pro"),
            new Standing(Plan.PRO, false, "stripe", ""),
            new Standing(Plan.BUSINESS, false, "stripe", ""),
            new Standing(Plan.PRO, false, "square", "business"),
            new Standing(Plan.BUSINESS, true, "square", ""),
            new Standing(Plan.PRO, true, "stripe", ""),
            new Standing(Plan.PRO, true, "square", "business"),
            new Standing(Plan.FREE, true, "stripe", "pro"),
            new Standing(Plan.FREE, true, "square", "business"),
            new Standing(Plan.FREE, false, "facebook", ""))
        .flatMap(
            standing ->
                Rule.ALL.stream()
                    .filter(rule -> isAbout(rule, standing))
                    .map(rule -> Arguments.of(standing, rule)));
  }

  /** Invoices are of the provider that wrote them; of others there is nothing to ask about. */
  private static boolean isAbout(Rule rule, Standing standing) {
    if (rule.path().contains("{provider}")) {
      // The others know no leave to come back with.
      return rule.scope() != Rule.Scope.STATE || standing.provider().equals("stripe");
    }
    return !rule.isPaid() || standing.provider().equals(writer(standing));
  }

  private static String writer(Standing standing) {
    return standing.isSecondConnected() ? "square" : "stripe";
  }

  @ParameterizedTest
  @MethodSource("routesOfEachPlan")
  void aPlanIncludesExactlyWhatItSays(Standing standing, Rule rule) {
    Shop shop = standing.isSecondConnected() ? server.aShopWithTwoProviders() : server.aShop();
    shop.plan(standing.plan());
    boolean isPage = standing.provider().equals("facebook");

    Reply reply =
        server.call(
            shop.operator(),
            rule.method(),
            rule.address(shop, standing.provider()),
            body(rule, shop, isPage));

    if (!rule.isPaid() || standing.required().isEmpty()) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(rule.success());
    } else {
      assertThat(reply.status()).as(reply.text()).isEqualTo(403);
      assertThat(reply.json())
          .containsEntry("code", "PLAN_REQUIRED")
          .containsEntry("requiredPlan", standing.required());
    }
  }

  private static Object body(Rule rule, Shop shop, boolean isPage) {
    if (rule.path().endsWith("/connect") && isPage) {
      return shop.pageToConnect();
    }
    Map<String, Object> body = rule.body(shop);
    return body.isEmpty() ? null : body;
  }
}
