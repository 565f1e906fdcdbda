package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegrationServiceTest {
  private static final ProviderId SQUARE = new ProviderId("square");
  private static final Secret SQUARE_KEY = Secret.of("sk_fake_squares_1111");

  private final Sale sale = new Sale();
  private final InMemoryStagedoor house = sale.house();
  private final IntegrationService integrations = house.stagedoor().integrations();
  private final ConnectionService connections = house.stagedoor().connections();

  private ConnectionTest test(ProviderId provider) {
    return integrations.test(sale.operator(), Sale.MINE, provider);
  }

  private IntegrationView change(ProviderId provider, int days) {
    return integrations.change(
        sale.operator(),
        Sale.MINE,
        provider,
        new ChangeSettings(Optional.empty(), Optional.empty(), Optional.of(days)));
  }

  private List<IntegrationView> list() {
    return integrations.list(sale.operator(), Sale.MINE);
  }

  private static String requiredPlan(ThrowingCallable request) {
    var refused = new AtomicReference<String>();
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> {
              assertThat(e.code()).isEqualTo(LiveSellingError.PLAN_REQUIRED);
              refused.set(String.valueOf(e.facts().get("requiredPlan")));
            });
    return refused.get();
  }

  @Test
  void everyProviderIsListed() {
    assertThat(list())
        .extracting(
            IntegrationView::provider,
            IntegrationView::kind,
            IntegrationView::methods,
            IntegrationView::availability,
            IntegrationView::requiredPlan,
            IntegrationView::status)
        .containsExactly(
            tuple("stripe", "payment", List.of("oauth", "api_key"), "available", "pro", "active"),
            tuple("square", "payment", List.of("api_key"), "locked", "business", "inactive"),
            tuple("shopify", "payment", List.of("api_key"), "locked", "business", "inactive"),
            tuple("medusajs", "payment", List.of("api_key"), "locked", "business", "inactive"),
            tuple("facebook", "channel", List.of("page_token"), "available", "free", "active"));
  }

  @Test
  void ofAProviderThatWasNeverConnectedNothingIsSaid() {
    IntegrationView square = integrations.get(sale.operator(), Sale.MINE, SQUARE);

    assertThat(square.displayName()).isEmpty();
    assertThat(square.account()).isEmpty();
    assertThat(square.connectedProvider()).isEmpty();
    assertThat(square.webhookPath()).isEmpty();
    assertThat(square.isConnected()).isFalse();
  }

  @Test
  void aTestTurnsTheErrorOnAndOff() {
    house.invoicing().fail(FarSideFailure.UNAUTHORISED);
    assertThat(test(Sale.STRIPE).problem()).contains(IntegrationProblem.REVOKED);
    assertThat(sale.integration(Sale.STRIPE).status()).isEqualTo(Integration.Status.ERROR);
    long told = changes();

    test(Sale.STRIPE);
    assertThat(changes()).isEqualTo(told);

    house.invoicing().recover();
    assertThat(test(Sale.STRIPE).isOk()).isTrue();
    assertThat(sale.integration(Sale.STRIPE).status()).isEqualTo(Integration.Status.ACTIVE);
    assertThat(changes()).isEqualTo(told + 1);
  }

  private long changes() {
    return sale.told().stream().filter("integration.changed"::equals).count();
  }

  @Test
  void aTestOfAPageAsksThePlatform() {
    house.channels().refuse(sale.page(), Optional.of(Why.NOT_PERMITTED));
    assertThat(test(Sale.FACEBOOK).problem()).contains(IntegrationProblem.NOT_PERMITTED);

    house.channels().refuse(sale.page(), Optional.empty());
    assertThat(test(Sale.FACEBOOK).isOk()).isTrue();
  }

  @Test
  void aTestThatCannotAskLearnsNothing() {
    house.invoicing().fail(FarSideFailure.DOWN);

    assertThatThrownBy(() -> test(Sale.STRIPE)).isInstanceOf(ProviderException.class);

    assertThat(sale.integration(Sale.STRIPE).status()).isEqualTo(Integration.Status.ACTIVE);
  }

  @Test
  void whatATestLearnsOfOldCredentialsIsNotNotedOfNewOnes() {
    house.invoicing().fail(FarSideFailure.UNAUTHORISED);
    house
        .wire()
        .after(
            "MerchantAccounts.check",
            () -> {
              house.invoicing().recover();
              sale.connect(Sale.STRIPE, Secret.of("sk_fake_another_4242"));
            });

    assertThat(test(Sale.STRIPE).isOk()).isFalse();

    assertThat(sale.integration(Sale.STRIPE).status()).isEqualTo(Integration.Status.ACTIVE);
  }

  @Test
  void settingsHoldForInvoicesFromThenOn() {
    assertThat(change(Sale.STRIPE, 30).settings().daysUntilDue()).isEqualTo(30);

    InvoiceId id = sale.anInvoiceFor("ada");

    assertThat(sale.kept(id).snapshot().draft().due()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void whatIsNotConnectedIsNeitherTestedNorChanged() {
    integrations.disconnect(sale.operator(), Sale.MINE, Sale.STRIPE);

    assertRefused(LiveSellingError.NOT_CONNECTED, () -> test(Sale.STRIPE));
    assertRefused(LiveSellingError.NOT_CONNECTED, () -> change(Sale.STRIPE, 3));
    assertRefused(LiveSellingError.NOT_CONNECTED, sale::generate);
    integrations.disconnect(sale.operator(), Sale.MINE, Sale.STRIPE);
  }

  /** Each plan, and each thing to do with a payment provider. */
  @ParameterizedTest
  @EnumSource
  void aPlanBlocksUseAndKeepsWhatIsThere(Plan plan) {
    InvoiceId id = sale.anInvoiceFor("ada");
    sale.comment("bob", "sold 1");
    house.invoicing().fail(FarSideFailure.UNAUTHORISED);
    InvoiceId failed = Sale.id(sale.generateFor("bob").get(0));
    house.invoicing().recover();
    assertThat(test(Sale.STRIPE).isOk()).isTrue();
    sale.plan(plan);
    Map<String, ThrowingCallable> gated = new TreeMap<>();
    gated.put("connect", () -> sale.connect(Sale.STRIPE, Sale.KEY));
    gated.put("consent", () -> connections.beginConsent(sale.operator(), Sale.MINE, Sale.STRIPE));
    gated.put("test", () -> test(Sale.STRIPE));
    gated.put("settings", () -> change(Sale.STRIPE, 9));
    gated.put("generate", sale::generate);
    gated.put("retry", () -> sale.invoices().retry(sale.operator(), sale.show(), failed));
    gated.put("send", () -> sale.invoices().send(sale.operator(), sale.show(), id));

    for (Map.Entry<String, ThrowingCallable> one : gated.entrySet()) {
      if (plan.includes(Plan.PRO)) {
        assertThatCode(one.getValue()).as(one.getKey()).doesNotThrowAnyException();
      } else {
        assertThat(requiredPlan(one.getValue())).as(one.getKey()).isEqualTo("pro");
      }
    }

    assertThat(list()).hasSize(5);
    assertThat(sale.all()).hasSize(2);
    assertThat(test(Sale.FACEBOOK).isOk()).isTrue();
    assertThat(sale.invoices().cancel(sale.operator(), sale.show(), id).status()).isEqualTo("void");
    integrations.disconnect(sale.operator(), Sale.MINE, Sale.STRIPE);
    assertThat(sale.integration(Sale.STRIPE).status()).isEqualTo(Integration.Status.INACTIVE);
  }

  @Test
  void aPlanIsNoMatterToWhatProvidersTell() {
    InvoiceId id = sale.anInvoiceFor("ada");
    sale.plan(Plan.FREE);
    house.invoicing().pay(sale.merchant(), sale.kept(id).ref().orElseThrow());

    house.later(Duration.ofHours(1));

    assertThat(sale.view(id).status()).isEqualTo("paid");
  }

  @Test
  void aSecondPaymentProviderNeedsBusiness() {
    assertThat(requiredPlan(() -> sale.connect(SQUARE, SQUARE_KEY))).isEqualTo("business");

    sale.plan(Plan.BUSINESS);

    assertThat(sale.connect(SQUARE, SQUARE_KEY).availability()).isEqualTo("available");
  }

  @Test
  void afterADowngradeTheFirstConnectedIsInUseAndTheOtherKeepsItsData() {
    sale.plan(Plan.BUSINESS);
    house.clock().advance(Duration.ofMinutes(1));
    sale.connect(SQUARE, SQUARE_KEY);
    sale.plan(Plan.PRO);

    assertThat(list())
        .extracting(IntegrationView::availability)
        .startsWith("available", "locked", "locked");
    assertThat(requiredPlan(() -> test(SQUARE))).isEqualTo("business");
    assertThat(sale.integration(SQUARE).credentials()).isPresent();
    sale.comment("ada", "sold 1");
    assertThat(sale.generate().get(0).externalUrl()).isPresent();
    sale.connect(Sale.STRIPE, Secret.of("sk_fake_another_4242"));
    assertThat(test(Sale.STRIPE).isOk()).isTrue();

    integrations.disconnect(sale.operator(), Sale.MINE, Sale.STRIPE);
    assertThat(test(SQUARE).isOk()).isTrue();
    sale.plan(Plan.BUSINESS);
    assertThat(test(SQUARE).isOk()).isTrue();
  }

  @Test
  void nobodyButOperatorsSeesWhatIsConnected() {
    Actor stranger = house.aFamily().actor();
    var mine = Optional.of(sale.workspace());

    assertRefused(CommonError.NOT_FOUND, () -> integrations.list(stranger, mine));
    assertRefused(CommonError.NOT_FOUND, () -> integrations.get(stranger, mine, Sale.STRIPE));
    assertRefused(CommonError.NOT_FOUND, () -> integrations.test(stranger, mine, Sale.STRIPE));
    assertRefused(
        CommonError.NOT_FOUND,
        () -> integrations.change(stranger, mine, Sale.STRIPE, ChangeSettings.none()));
    assertRefused(
        CommonError.NOT_FOUND, () -> integrations.disconnect(stranger, mine, Sale.STRIPE));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> integrations.list(Actor.visitor(), mine));
  }
}
