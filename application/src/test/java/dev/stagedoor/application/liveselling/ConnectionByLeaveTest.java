package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.ConsentState;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Accounts that are connected by the leave of whoever has them. */
class ConnectionByLeaveTest extends ConnectionScene {
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

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
}
