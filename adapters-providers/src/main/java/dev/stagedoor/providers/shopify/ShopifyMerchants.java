package dev.stagedoor.providers.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.shopify.ShopifyApi.Act;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Asks shops who they are, and what the merchant's app may do there. */
final class ShopifyMerchants implements MerchantAccounts {
  private static final int UNAUTHORISED = 401;
  private static final String WHO =
      "query { shop { name myshopifyDomain currencyCode plan { partnerDevelopment } }"
          + " currentAppInstallation { accessScopes { handle } } }";

  private final ShopifyApi api;

  ShopifyMerchants(ShopifyApi api) {
    this.api = api;
  }

  @Override
  public MerchantReading check(Merchant merchant) {
    Optional<Why> wrong = ShopifyShop.wrong(merchant);
    if (wrong.isPresent()) {
      return new MerchantReading.Refused(wrong.get());
    }
    ShopifyShop shop = ShopifyShop.of(merchant);
    try {
      return reading(shop, api.ask(shop, "shop.read", Act.READ, WHO, Json.object()));
    } catch (ProviderException problem) {
      return switch (problem.kind()) {
        case UNAUTHORISED ->
            new MerchantReading.Refused(
                HttpRefusal.is(problem, UNAUTHORISED) ? Why.REVOKED : Why.NOT_PERMITTED);
        // No such shop, or one that is frozen, locked or closed.
        case REJECTED -> new MerchantReading.Refused(Why.WRONG_SITE);
        default -> throw problem;
      };
    }
  }

  private static MerchantReading reading(ShopifyShop asked, JsonNode found) {
    JsonNode shop = found.path("shop");
    String domain = shop.path("myshopifyDomain").asText();
    if (domain.isEmpty() || !shop.path("plan").path("partnerDevelopment").isBoolean()) {
      throw new ProviderException(Shopify.ID, Kind.UNREADABLE, "a shop without its domain or plan");
    }
    if (!domain.equals(asked.domain())) {
      return new MerchantReading.Refused(Why.WRONG_SITE);
    }
    Set<String> scopes =
        StreamSupport.stream(
                found.path("currentAppInstallation").path("accessScopes").spliterator(), false)
            .map(scope -> scope.path("handle").asText())
            .collect(Collectors.toSet());
    // Who may write orders may read them.
    boolean mayRead = scopes.contains("read_orders") || scopes.contains("write_orders");
    if (!scopes.contains("write_draft_orders") || !mayRead) {
      return new MerchantReading.Refused(Why.NOT_PERMITTED);
    }
    return new MerchantReading.Working(
        domain,
        Optional.of(shop.path("name").asText("")).filter(name -> !name.isBlank()),
        ShopifyMapping.MONEY.currency(shop.path("currencyCode").asText()),
        !shop.path("plan").path("partnerDevelopment").asBoolean(),
        true);
  }

  @Override
  public String toString() {
    return "merchants of " + api;
  }
}
