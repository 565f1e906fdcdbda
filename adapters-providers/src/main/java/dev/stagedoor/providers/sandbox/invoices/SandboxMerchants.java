package dev.stagedoor.providers.sandbox.invoices;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.memory.Fingerprint;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the sandbox's merchants: the operator, those who gave leave, and anybody with a key of any
 * provider's form, since it stands in for them all. One that ends in {@code _revoked} was taken
 * back, {@code rk_} begins keys that may do too little, and what may be known to browsers or moves
 * real money is no key here.
 */
final class SandboxMerchants implements MerchantAccounts {
  private static final Pattern KEY =
      Pattern.compile("(?!pk_|whsec_|[sr]k_live_|[a-z]+_live_)[A-Za-z0-9_-]{8,200}");
  private static final Pattern NAMED = Pattern.compile("sk_sandbox_([a-z0-9_]{1,40})");
  private static final String OPERATOR = "acct_sandbox_operator";

  private final SandboxInvoicing farSide;
  private final SandboxLine line;

  SandboxMerchants(SandboxInvoicing farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public MerchantReading check(Merchant merchant) {
    MerchantReading reading = reading(merchant);
    if (reading.equals(new MerchantReading.Refused(Why.NOT_A_KEY))) {
      return reading;
    }
    try {
      return line.tell(() -> reading);
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        return new MerchantReading.Refused(Why.REVOKED);
      }
      throw problem;
    }
  }

  /**
   * Returns the merchant's account.
   *
   * @throws ProviderException {@code UNAUTHORISED} when there is none that we may act for
   */
  String account(Merchant merchant) {
    if (reading(merchant) instanceof MerchantReading.Working working) {
      return working.account();
    }
    throw new ProviderException(
        SandboxLine.ID, Kind.UNAUTHORISED, "the sandbox does not take this merchant's leave");
  }

  private MerchantReading reading(Merchant merchant) {
    return merchant.match(
        new Merchant.Cases<>() {
          @Override
          public MerchantReading operator(Merchant.Operator operator) {
            return working(OPERATOR, Optional.of("The operator"));
          }

          @Override
          public MerchantReading connected(Merchant.Connected connected) {
            return farSide
                .account(connected.account())
                .filter(Account::given)
                .map(account -> working(account.id(), Optional.of(account.name())))
                .orElseGet(() -> new MerchantReading.Refused(Why.REVOKED));
          }

          @Override
          public MerchantReading keyed(Merchant.Keyed keyed) {
            return ofKey(keyed.key().reveal().strip());
          }
        });
  }

  private static MerchantReading ofKey(String key) {
    if (!KEY.matcher(key).matches()) {
      return new MerchantReading.Refused(Why.NOT_A_KEY);
    }
    if (key.endsWith("_revoked")) {
      return new MerchantReading.Refused(Why.REVOKED);
    }
    if (key.startsWith("rk_")) {
      return new MerchantReading.Refused(Why.NOT_PERMITTED);
    }
    Matcher named = NAMED.matcher(key);
    if (named.matches()) {
      return working("acct_sandbox_of_" + named.group(1), Optional.of(named.group(1)));
    }
    return working("acct_sandbox_of_" + Fingerprint.of(key), Optional.empty());
  }

  private static MerchantReading working(String account, Optional<String> name) {
    return new MerchantReading.Working(
        account, name, Optional.of(Currency.getInstance("USD")), false, true);
  }
}
