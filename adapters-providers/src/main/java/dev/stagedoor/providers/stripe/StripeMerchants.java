package dev.stagedoor.providers.stripe;

import com.stripe.model.Account;
import com.stripe.model.Invoice;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.InvoiceListParams;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpRefusal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Asks Stripe about merchants: who they are, and whether their invoices may be seen. */
final class StripeMerchants implements MerchantAccounts {
  private static final int FORBIDDEN = 403;

  private final StripeCalls calls;

  StripeMerchants(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public MerchantReading check(Merchant merchant) {
    if (merchant instanceof Merchant.Keyed keyed && !StripeKeys.isSecret(keyed.key())) {
      return new MerchantReading.Refused(Why.NOT_A_KEY);
    }
    RequestOptions as = StripeCalls.as(merchant);
    return StripeCalls.orElse(
        () -> reading(as, merchant), Kind.UNAUTHORISED, StripeMerchants::refused);
  }

  private MerchantReading reading(RequestOptions as, Merchant merchant) {
    Account account = calls.call("account.read", stripe -> stripe.accounts().retrieveCurrent(as));
    // A restricted key may read the account and nothing else.
    StripeCollection<Invoice> ignored =
        calls.call(
            "invoice.list",
            stripe -> stripe.invoices().list(InvoiceListParams.builder().setLimit(1L).build(), as));
    return new MerchantReading.Working(
        StripeCalls.needed(account.getId(), "id"),
        name(account),
        currency(account),
        StripeKeys.isLive(key(merchant)),
        Boolean.TRUE.equals(account.getChargesEnabled()));
  }

  private Secret key(Merchant merchant) {
    return merchant instanceof Merchant.Keyed keyed ? keyed.key() : calls.config().apiKey();
  }

  private static Optional<String> name(Account account) {
    return Optional.ofNullable(account.getBusinessProfile())
        .map(Account.BusinessProfile::getName)
        .filter(name -> !name.isBlank());
  }

  private static Optional<Currency> currency(Account account) {
    String code = account.getDefaultCurrency();
    return StripeAmounts.currencies().stream()
        .filter(one -> code != null && one.getCurrencyCode().equals(code.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** A key that lacks a permission is 403, and so is an account that took its leave back. */
  private static MerchantReading refused(ProviderException refusal) {
    boolean lacksPermission =
        HttpRefusal.is(refusal, FORBIDDEN) && !"account_invalid".equals(StripeCalls.code(refusal));
    return new MerchantReading.Refused(lacksPermission ? Why.NOT_PERMITTED : Why.REVOKED);
  }

  @Override
  public String toString() {
    return "merchants of " + calls;
  }
}
