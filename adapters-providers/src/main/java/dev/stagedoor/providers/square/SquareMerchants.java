package dev.stagedoor.providers.square;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpRefusal;
import java.util.Optional;

/**
 * Asks Square about merchants: whose a location is, and whether their payment links may be seen.
 */
final class SquareMerchants implements MerchantAccounts {
  private static final int FORBIDDEN = 403;

  private final SquareApi api;
  private final boolean live;

  SquareMerchants(SquareApi api, boolean live) {
    this.api = api;
    this.live = live;
  }

  @Override
  public MerchantReading check(Merchant merchant) {
    if (!(merchant instanceof Merchant.Keyed keyed) || !SquareApi.isToken(keyed.key())) {
      return new MerchantReading.Refused(Why.NOT_A_KEY);
    }
    try {
      return reading(keyed.key(), keyed.site());
    } catch (ProviderException problem) {
      if (problem.kind() != Kind.UNAUTHORISED) {
        throw problem;
      }
      return new MerchantReading.Refused(
          HttpRefusal.is(problem, FORBIDDEN) ? Why.NOT_PERMITTED : Why.REVOKED);
    }
  }

  private MerchantReading reading(Secret token, Optional<String> site) {
    // Asked without a site, too: that a token is no good is worth more to know.
    Optional<SquareLocation> found = api.location(token, site.orElse(""));
    if (found.isEmpty()) {
      return new MerchantReading.Refused(Why.WRONG_SITE);
    }
    SquareLocation location = found.get();
    api.checkLinks(token);
    return new MerchantReading.Working(
        location.merchant(), location.name(), location.currency(), live, location.canCharge());
  }

  @Override
  public String toString() {
    return "merchants of " + api;
  }
}
