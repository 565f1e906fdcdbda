package dev.stagedoor.providers.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpRefusal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Asks merchants for their leave by Connect. Not by stripe-java, whose OAuth is static, keeps its
 * own address for the page, and hides the answer. Kept is the account's id alone: calls are made
 * with the operator's key in the account's name.
 */
final class StripeConsent implements MerchantConsent {
  private static final int UNAUTHORIZED = 401;

  private final StripeCalls calls;
  private final String clientId;

  StripeConsent(StripeCalls calls, String clientId) {
    this.calls = calls;
    this.clientId = clientId;
  }

  @Override
  public URI page(String state, URI comeBack) {
    return URI.create(
        calls.config().connectUrl().toString().replaceAll("/+$", "")
            + "/oauth/authorize?response_type=code&scope=read_write&client_id="
            + encoded(clientId)
            + "&state="
            + encoded(state)
            + "&redirect_uri="
            + encoded(comeBack.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public ConsentOutcome exchange(Secret code) {
    return StripeCalls.orElse(
        () -> given(token(code)),
        Kind.REJECTED,
        refusal -> new ConsentOutcome.Refused(StripeCalls.code(refusal)));
  }

  private Answer token(Secret code) {
    return calls
        .connect()
        .post("consent.exchange", "/oauth/token")
        .form(Map.of("grant_type", "authorization_code", "code", code.reveal()))
        .send();
  }

  private static ConsentOutcome given(Answer answer) {
    JsonNode account = answer.json().path("stripe_user_id");
    if (!account.isTextual() || account.textValue().isBlank()) {
      throw answer.unreadable("no account in the answer");
    }
    return new ConsentOutcome.Given(new Merchant.Connected(account.textValue()));
  }

  @Override
  public void withdraw(Merchant.Connected merchant) {
    try {
      Answer answer =
          calls
              .connect()
              .post("consent.withdraw", "/oauth/deauthorize")
              .form(Map.of("client_id", clientId, "stripe_user_id", merchant.account()))
              .repeatable()
              .send();
      if (!answer.json().path("stripe_user_id").isTextual()) {
        throw answer.unreadable("no account in the answer");
      }
    } catch (ProviderException refusal) {
      if (!isGone(refusal)) {
        throw refusal;
      }
    }
  }

  /** Stripe says so in the same way of an account that is not connected any more. */
  private static boolean isGone(ProviderException refusal) {
    return HttpRefusal.is(refusal, UNAUTHORIZED)
        && "invalid_client".equals(StripeCalls.code(refusal));
  }

  @Override
  public String toString() {
    return "leave of merchants of " + calls;
  }
}
