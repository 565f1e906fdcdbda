package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that are connected by a key. */
class ConnectionServiceTest extends ConnectionScene {
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
