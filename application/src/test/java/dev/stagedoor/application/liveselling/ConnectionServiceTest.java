package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.ConsentState;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is kept that the provider has not taken, and nobody connects for somebody else. */
class ConnectionServiceTest {
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
  private static final ProviderId SQUARE = new ProviderId("square");

  private final Sale sale = new Sale();
  private final InMemoryStagedoor house = sale.house();
  private final ConnectionService connections = house.stagedoor().connections();

  private Integration stripe() {
    return sale.integration(Sale.STRIPE);
  }

  private IntegrationView view(ProviderId provider) {
    return house.stagedoor().integrations().get(sale.operator(), Sale.MINE, provider);
  }

  private void disconnect(ProviderId provider) {
    house.stagedoor().integrations().disconnect(sale.operator(), Sale.MINE, provider);
  }

  private URI begin() {
    return connections.beginConsent(sale.operator(), Sale.MINE, Sale.STRIPE);
  }

  private static String state(URI page) {
    Matcher matcher = STATE.matcher(page.toString());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private IntegrationView finish(Secret code, String state) {
    return connections.finishConsent(sale.operator(), Sale.STRIPE, code, state);
  }

  private Merchant.Connected giveLeave() {
    URI page = begin();
    finish(house.invoicing().giveLeave(page), state(page));
    return new Merchant.Connected(stripe().account());
  }

  @Test
  void aKeyThatIsTakenIsKeptAndShownByItsEndOnly() {
    IntegrationView view = sale.connect(Sale.STRIPE, Secret.of("  sk_fake_another_4242\n"));

    assertThat(view.status()).isEqualTo("active");
    assertThat(view.account()).isEqualTo("\u20264242");
    assertThat(view.toString()).doesNotContain("another", "sk_fake");
    assertThat(view.displayName()).isEqualTo("Shop");
    assertThat(view.connectedProvider()).contains("fake");
    assertThat(IntegrationMerchants.billing(stripe()).orElseThrow().merchant())
        .isEqualTo(new Merchant.Keyed(Secret.of("sk_fake_another_4242"), Optional.of("here")));
  }

  @Test
  void ofAShortKeyNothingIsShown() {
    assertThat(sale.connect(Sale.STRIPE, Secret.of("sk_fake_a")).account()).isEqualTo("\u2026");
  }

  @ParameterizedTest
  @CsvSource({
    "pk_fake_publishable_1, not_a_key",
    "rk_fake_restricted_1, not_permitted",
    "sk_fake_was_good_gone, revoked"
  })
  void aKeyThatIsNotTakenIsRefusedAndChangesNothing(String key, String reason) {
    assertThatThrownBy(() -> sale.connect(Sale.STRIPE, Secret.of(key)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(LiveSellingError.CREDENTIALS_REFUSED);
              assertThat(refused.facts()).containsEntry("reason", reason);
            });

    assertThat(IntegrationMerchants.billing(stripe()).orElseThrow().merchant())
        .isEqualTo(new Merchant.Keyed(Sale.KEY, Optional.of("here")));
  }

  @Test
  void whatIsMissingIsInvalid() {
    assertRefused(CommonError.INVALID_VALUE, () -> sale.connect(Sale.STRIPE, Secret.of(" \t")));
    sale.plan(Plan.BUSINESS);
    ConnectMerchant nowhere =
        new ConnectMerchant(
            Sale.KEY,
            Optional.of(" "),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ChangeSettings.none());
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> connections.connect(sale.operator(), Sale.MINE, SQUARE, nowhere));
  }

  @Test
  void aProviderThatIsDownChangesNothing() {
    house.invoicing().fail(FarSideFailure.DOWN);

    assertThatThrownBy(() -> sale.connect(Sale.STRIPE, Secret.of("sk_fake_another_4242")))
        .isInstanceOf(ProviderException.class);

    assertThat(stripe().account()).isEqualTo("\u20267777");
  }

  @Test
  void settingsComeWithTheKeyAndStay() {
    connections.connect(
        sale.operator(),
        Sale.MINE,
        Sale.STRIPE,
        new ConnectMerchant(
            Sale.KEY,
            Optional.empty(),
            Optional.of(" pk_fake_1 "),
            Optional.of(Secret.of(" whsec ")),
            Optional.of("Ada's till"),
            new ChangeSettings(
                Optional.of(Currency.getInstance("EUR")), Optional.empty(), Optional.of(14))));
    IntegrationView again = sale.connect(Sale.STRIPE, Sale.KEY);

    assertThat(again.settings().daysUntilDue()).isEqualTo(14);
    assertThat(again.settings().currency()).contains(Currency.getInstance("EUR"));
  }

  @Test
  void connectingAgainKeepsItsPlaceAmongOthers() {
    Integration before = stripe();
    house.clock().advance(Duration.ofDays(1));

    sale.connect(Sale.STRIPE, Secret.of("sk_fake_another_4242"));

    assertThat(stripe().id()).isEqualTo(before.id());
    assertThat(stripe().connectedAt()).isEqualTo(before.connectedAt());
  }

  private WebhookResult tell(String account, Secret secret, InvoiceId invoice) {
    return house.deliver(
        house
            .merchantWebhooks()
            .delivery(
                account,
                secret,
                new InvoicingEvent.InvoiceChanged(
                    sale.kept(invoice).ref().orElseThrow(), Optional.empty(), Optional.empty())));
  }

  @Test
  void aMerchantsOwnWebhooksAreTakenAtTheAddressOfTheIntegration() {
    Secret secret = Secret.of("whsec_mine");
    connections.connect(
        sale.operator(),
        Sale.MINE,
        Sale.STRIPE,
        new ConnectMerchant(
            Sale.KEY,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Secret.of(" whsec_mine ")),
            Optional.empty(),
            ChangeSettings.none()));
    String account = stripe().id().value().toString();
    InvoiceId id = sale.anInvoiceFor("ada");
    house.invoicing().pay(sale.merchant(), sale.kept(id).ref().orElseThrow());
    assertThat(view(Sale.STRIPE).webhookPath()).contains("/api/webhooks/stripe/" + account);

    String page = sale.integration(Sale.FACEBOOK).id().value().toString();
    assertThat(tell(account, Secret.of("whsec_other"), id))
        .isEqualTo(new WebhookResult.Untrusted());
    assertThat(tell(account.replaceFirst("00000000", "0"), secret, id))
        .isEqualTo(new WebhookResult.Untrusted());
    assertThat(tell(page, secret, id)).isEqualTo(new WebhookResult.Untrusted());
    assertThat(tell("..", secret, id)).isEqualTo(new WebhookResult.Untrusted());
    assertThat(sale.view(id).status()).isEqualTo("draft");

    assertThat(tell(account, secret, id)).isEqualTo(new WebhookResult.Taken("applied"));
    assertThat(sale.view(id).status()).isEqualTo("paid");

    disconnect(Sale.STRIPE);
    assertThat(tell(account, secret, id)).isEqualTo(new WebhookResult.Untrusted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"paypal", "fake"})
  void aProviderNobodyKnowsIsNotAvailable(String name) {
    assertRefused(
        LiveSellingError.PROVIDER_NOT_AVAILABLE,
        () -> sale.connect(new ProviderId(name), Sale.KEY));
  }

  @Test
  void eachProviderIsConnectedInItsWays() {
    assertRefused(
        LiveSellingError.METHOD_NOT_SUPPORTED, () -> sale.connect(Sale.FACEBOOK, Sale.KEY));
    assertRefused(
        LiveSellingError.METHOD_NOT_SUPPORTED,
        () ->
            connections.connect(
                sale.operator(),
                Sale.MINE,
                Sale.STRIPE,
                new ConnectPage("page", Sale.KEY, Optional.empty())));
    sale.plan(Plan.BUSINESS);
    assertRefused(
        LiveSellingError.METHOD_NOT_SUPPORTED,
        () -> connections.beginConsent(sale.operator(), Sale.MINE, SQUARE));
  }

  // ---- leave

  @Test
  void leaveThatIsGivenConnectsTheAccount() {
    URI page = begin();
    assertThat(page.toString())
        .contains("https%3A%2F%2Fstagedoor.example.org%2Fapi%2Fintegrations%2Fstripe%2Foauth");

    IntegrationView view = finish(house.invoicing().giveLeave(page), state(page));

    assertThat(view.status()).isEqualTo("active");
    assertThat(view.account()).isEqualTo("acct_1");
    assertThat(view.displayName()).isEqualTo("Shop");
    sale.comment("ada", "sold 1");
    assertThat(sale.generate().get(0).externalUrl()).isPresent();
  }

  @Test
  void theStateItselfIsKeptNowhere() {
    String state = state(begin());

    assertThat(house.unitOfWork().write(() -> house.liveSelling().consentStates().take(state)))
        .isEmpty();
  }

  @Test
  void aStateIsGoodOnce() {
    URI page = begin();
    finish(house.invoicing().giveLeave(page), state(page));

    assertRefused(
        LiveSellingError.CONSENT_STATE_INVALID,
        () -> finish(house.invoicing().giveLeave(page), state(page)));
  }

  @Test
  void aStateIsGoodOnceAlsoAtTheSameMoment() {
    URI page = begin();
    String state = state(page);

    List<Boolean> came =
        Race.of(
            6,
            () -> {
              try {
                finish(house.invoicing().giveLeave(page), state);
                return true;
              } catch (DomainException refused) {
                return false;
              }
            });

    assertThat(came).containsOnlyOnce(true);
  }

  @Test
  void aForgedStateIsRefusedAndNobodyIsAsked() {
    URI page = begin();
    Secret code = house.invoicing().giveLeave(page);

    assertRefused(LiveSellingError.CONSENT_STATE_INVALID, () -> finish(code, state(page) + "x"));
    assertRefused(LiveSellingError.CONSENT_STATE_INVALID, () -> finish(code, ""));

    assertThat(house.wire().count("MerchantConsent.exchange")).isZero();
  }

  @Test
  void somebodyElsesStateIsRefused() {
    URI page = begin();
    Secret code = house.invoicing().giveLeave(page);
    Actor other = house.aFamily().actor();

    assertRefused(
        LiveSellingError.CONSENT_STATE_INVALID,
        () -> connections.finishConsent(other, Sale.STRIPE, code, state(page)));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> connections.finishConsent(Actor.visitor(), Sale.STRIPE, code, state(page)));
  }

  @Test
  void aStateOfAnotherProviderIsRefused() {
    URI page = begin();
    Secret code = house.invoicing().giveLeave(page);

    assertRefused(
        LiveSellingError.CONSENT_STATE_INVALID,
        () -> connections.finishConsent(sale.operator(), SQUARE, code, state(page)));
  }

  @Test
  void aStateThatIsTooOldIsRefused() {
    URI page = begin();
    Secret code = house.invoicing().giveLeave(page);
    house.clock().advance(ConsentState.LIFE);

    assertRefused(LiveSellingError.CONSENT_STATE_INVALID, () -> finish(code, state(page)));
  }

  @Test
  void whoDoesNotOperateTheWorkspaceAnyMoreIsRefused() {
    URI page = begin();
    Secret code = house.invoicing().giveLeave(page);
    UserId another = house.admin().actor().userId();
    house
        .unitOfWork()
        .run(
            () -> {
              var workspaces = house.liveSelling().workspaces();
              var workspace = workspaces.lock(sale.workspace()).orElseThrow();
              workspace.add(another);
              workspace.remove(sale.operator().userId());
              workspaces.save(workspace);
            });

    assertRefused(CommonError.NOT_FOUND, () -> finish(code, state(page)));
    assertThat(house.wire().count("MerchantConsent.exchange")).isZero();
  }

  @Test
  void aCodeTheProviderDoesNotTakeBeginsAgain() {
    URI page = begin();

    assertRefused(
        LiveSellingError.CONSENT_STATE_INVALID,
        () -> finish(Secret.of("no-such-code"), state(page)));

    assertThat(stripe().account()).isEqualTo("\u20267777");
  }

  @Test
  void leaveIsGivenBackWhenThePlanWasChangedMeanwhile() {
    URI page = begin();
    Secret code = house.invoicing().giveLeave(page);
    house.wire().after("MerchantConsent.exchange", () -> sale.plan(Plan.FREE));

    assertRefused(LiveSellingError.PLAN_REQUIRED, () -> finish(code, state(page)));

    assertThat(house.invoicing().isGiven(new Merchant.Connected("acct_1"))).isFalse();
  }

  @Test
  void leaveIsGivenBackOnDisconnecting() {
    Merchant.Connected merchant = giveLeave();

    disconnect(Sale.STRIPE);
    assertThat(stripe().status()).isEqualTo(Integration.Status.INACTIVE);
    house.runJobs();

    assertThat(house.invoicing().isGiven(merchant)).isFalse();
  }

  @Test
  void leaveIsGivenBackAlsoWhenTheProviderIsDownJustThen() {
    Merchant.Connected merchant = giveLeave();
    house.invoicing().fail(FarSideFailure.DOWN);

    disconnect(Sale.STRIPE);
    assertThat(house.runJobs()).hasSize(1);
    house.invoicing().recover();
    house.later(Duration.ofMinutes(1));

    assertThat(house.invoicing().isGiven(merchant)).isFalse();
  }

  @Test
  void aKeyInPlaceOfALeaveGivesItBack() {
    Merchant.Connected merchant = giveLeave();

    sale.connect(Sale.STRIPE, Sale.KEY);

    assertThat(house.invoicing().isGiven(merchant)).isFalse();
    assertThat(stripe().status()).isEqualTo(Integration.Status.ACTIVE);
  }

  @Test
  void aMerchantWhoLeftAtTheProviderIsNoted() {
    Merchant.Connected merchant = giveLeave();
    house.invoicing().withdraw(merchant);

    house.deliver(house.webhooks().delivery(new InvoicingEvent.MerchantLeft(merchant.account())));

    assertThat(stripe().problem()).contains(IntegrationProblem.REVOKED);
    assertThat(sale.told()).contains("integration.changed");
  }

  @Test
  void aMerchantWhoCameBackSinceHasNotLeft() {
    Merchant.Connected merchant = giveLeave();

    house.deliver(house.webhooks().delivery(new InvoicingEvent.MerchantLeft(merchant.account())));

    assertThat(stripe().problem()).isEmpty();
  }

  @Test
  void statesOfThoseWhoDidNotComeBackAreForgotten() {
    begin();
    house.later(ConsentState.LIFE.plusMinutes(1));

    assertThat(
            house
                .unitOfWork()
                .write(() -> house.liveSelling().consentStates().purge(house.clock().instant())))
        .isZero();
  }

  // ---- pages

  @Test
  void aPageIsListenedToAndLeftAloneAfterwards() {
    assertThat(house.channels().isListening(sale.page())).isTrue();
    assertThat(view(Sale.FACEBOOK).account()).isEqualTo(sale.page().page().value());
    assertThat(view(Sale.FACEBOOK).toString()).doesNotContain(sale.page().token().reveal());

    disconnect(Sale.FACEBOOK);

    assertThat(house.channels().isListening(sale.page())).isFalse();
    disconnect(Sale.FACEBOOK);
    assertThat(view(Sale.FACEBOOK).status()).isEqualTo("inactive");
  }

  @Test
  void aPageOfTwoWorkspacesIsLeftAloneAfterTheLast() {
    Actor other = house.aFamily().actor();
    house.stagedoor().workspaces().create(other, "Other", Optional.empty());
    connectPage(other, sale.page());

    disconnect(Sale.FACEBOOK);
    assertThat(house.channels().isListening(sale.page())).isTrue();

    house.stagedoor().integrations().disconnect(other, Sale.MINE, Sale.FACEBOOK);
    assertThat(house.channels().isListening(sale.page())).isFalse();
  }

  private void connectPage(Actor actor, Channel page) {
    connections.connect(
        actor,
        Sale.MINE,
        Sale.FACEBOOK,
        new ConnectPage(" " + page.page().value(), page.token(), Optional.empty()));
  }

  @Test
  void anotherPageTakesThePlaceOfTheFirst() {
    Channel another = house.channels().page();

    connectPage(sale.operator(), another);

    assertThat(house.channels().isListening(another)).isTrue();
    assertThat(house.channels().isListening(sale.page())).isFalse();
  }

  @Test
  void aPlatformThatIsDownKeepsNobodyFromDisconnecting() {
    house.channels().fail(FarSideFailure.DOWN);

    disconnect(Sale.FACEBOOK);

    assertThat(view(Sale.FACEBOOK).status()).isEqualTo("inactive");
  }

  @ParameterizedTest
  @CsvSource({"DISCONNECTED, revoked", "NOT_PERMITTED, not_permitted"})
  void aTokenThatIsNotTakenIsRefused(Why why, String reason) {
    Channel page = house.channels().refusing(why);

    assertThatThrownBy(() -> connectPage(sale.operator(), page))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("reason", reason));

    assertThat(sale.integration(Sale.FACEBOOK).account()).isEqualTo(sale.page().page().value());
  }

  @Test
  void strangersAndVisitorsConnectNothing() {
    Actor stranger = house.aFamily().actor();
    Optional<WorkspaceId> mine = Optional.of(sale.workspace());

    assertRefused(
        CommonError.NOT_FOUND,
        () -> connections.connect(stranger, mine, Sale.STRIPE, Sale.with(Sale.KEY)));
    assertRefused(
        CommonError.NOT_FOUND, () -> connections.beginConsent(stranger, mine, Sale.STRIPE));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> connections.connect(Actor.visitor(), mine, Sale.STRIPE, Sale.with(Sale.KEY)));
  }
}
