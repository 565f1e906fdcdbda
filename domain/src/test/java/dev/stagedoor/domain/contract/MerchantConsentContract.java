package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link MerchantConsent} does. */
public interface MerchantConsentContract {
  MerchantConsent consent();

  ConsentWorld consentWorld();

  private URI page() {
    return consent().page("state-1", URI.create("https://shop.example/come?back=1&to=us"));
  }

  private Merchant.Connected connected() {
    Secret code = consentWorld().giveLeave(page());
    return ((ConsentOutcome.Given) consent().exchange(code)).merchant();
  }

  @Test
  default void thePageIsToldTheStateAndWhereToComeBack() {
    URI comeBack = URI.create("https://shop.example/come?back=1&to=us");
    String state = "a state/of&special=characters?";

    String page = consent().page(state, comeBack).toASCIIString();

    assertThat(page).startsWith("http");
    assertThat(page).contains(encoded(state)).contains(encoded(comeBack.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  default void thePageIsMadeWithoutTheProvider() {
    consentWorld().fail(FarSideFailure.DOWN);

    assertThat(page()).isNotNull();
    consentWorld().recover();
  }

  @Test
  default void aCodeIsExchangedForTheMerchantWhoGaveLeave() {
    Merchant.Connected one = connected();
    Merchant.Connected other = connected();

    assertThat(one).isNotEqualTo(other);
    assertThat(consentWorld().isGiven(one)).isTrue();
  }

  @Test
  default void aCodeIsGoodOnce() {
    Secret code = consentWorld().giveLeave(page());
    consent().exchange(code);

    assertThat(consent().exchange(code)).isInstanceOf(ConsentOutcome.Refused.class);
  }

  @Test
  default void aCodeNobodyWasGivenIsRefused() {
    assertThat(consent().exchange(Secret.of("nobody"))).isInstanceOf(ConsentOutcome.Refused.class);
  }

  @Test
  default void aLostAnswerMeansToBeginAgain() {
    Secret code = consentWorld().giveLeave(page());
    consentWorld().loseNextAnswer();

    assertThatThrownBy(() -> consent().exchange(code)).isInstanceOf(ProviderException.class);
    assertThat(consent().exchange(code)).isInstanceOf(ConsentOutcome.Refused.class);
    assertThat(consentWorld().isGiven(connected())).isTrue();
  }

  @Test
  default void leaveIsGivenBackOnceAndForAll() {
    Merchant.Connected merchant = connected();
    Merchant.Connected other = connected();

    consent().withdraw(merchant);
    consent().withdraw(merchant);

    assertThat(consentWorld().isGiven(merchant)).isFalse();
    assertThat(consentWorld().isGiven(other)).isTrue();
  }

  @Test
  default void anExchangeFailsAsEveryCall() {
    Secret code = consentWorld().giveLeave(page());

    FailureClauses.eachIsThrown(consentWorld(), () -> consent().exchange(code));
  }

  @Test
  default void givingBackFailsAsEveryCall() {
    Merchant.Connected merchant = connected();

    FailureClauses.eachIsThrown(consentWorld(), () -> consent().withdraw(merchant));

    assertThat(consentWorld().isGiven(merchant)).isFalse();
  }

  @Test
  default void codesAreNotPrinted() {
    Secret code = consentWorld().giveLeave(page());

    assertThat(consent().exchange(code) + " " + consent().exchange(code) + " " + consent())
        .doesNotContain(code.reveal());
  }
}
