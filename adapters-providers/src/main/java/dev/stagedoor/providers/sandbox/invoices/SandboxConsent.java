package dev.stagedoor.providers.sandbox.invoices;

import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Asks merchants for their leave on a page of the sandbox. */
final class SandboxConsent implements MerchantConsent {
  private final SandboxInvoicing farSide;
  private final SandboxLine line;

  SandboxConsent(SandboxInvoicing farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public URI page(String state, URI comeBack) {
    return farSide.at(
        "/sandbox/connect?response_type=code&state="
            + encoded(state)
            + "&redirect_uri="
            + encoded(comeBack.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public ConsentOutcome exchange(Secret code) {
    return line.tell(
        () ->
            farSide
                .exchange(code)
                .<ConsentOutcome>map(
                    account -> new ConsentOutcome.Given(new Merchant.Connected(account.id())))
                .orElseGet(() -> new ConsentOutcome.Refused("invalid_grant")));
  }

  @Override
  public void withdraw(Merchant.Connected merchant) {
    Merchant ignored =
        line.tell(
            () -> {
              farSide.withdraw(merchant.account());
              return merchant;
            });
  }
}
