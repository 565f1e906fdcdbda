package dev.stagedoor.providers.medusajs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.ProviderHttp;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Asks servers which store they are, whether orders may be seen, and by what they are paid. */
final class MedusaMerchants implements MerchantAccounts {
  /** Marks orders as paid by hand; no money moves by it. */
  private static final String BY_HAND = "pp_system_default";

  private static final int FORBIDDEN = 403;

  private final MedusaApi api;

  MedusaMerchants(MedusaApi api) {
    this.api = api;
  }

  @Override
  public MerchantReading check(Merchant merchant) {
    Optional<Why> wrong = api.wrong(merchant);
    if (wrong.isPresent()) {
      return new MerchantReading.Refused(wrong.get());
    }
    try {
      return reading(api.server(merchant));
    } catch (ProviderException problem) {
      return switch (problem.kind()) {
        case UNAUTHORISED ->
            new MerchantReading.Refused(
                HttpRefusal.is(problem, FORBIDDEN) ? Why.NOT_PERMITTED : Why.REVOKED);
        // Nothing of Medusa's there, or an address that may not be called.
        case REJECTED -> new MerchantReading.Refused(Why.WRONG_SITE);
        default -> throw problem;
      };
    }
  }

  private static MerchantReading reading(ProviderHttp server) {
    JsonNode stores =
        MedusaApi.list(
            server
                .get("store.list", "/admin/stores")
                .query("fields", "id,name,*supported_currencies")
                .query("limit", "1")
                .send(),
            "stores");
    if (stores.isEmpty()) {
      return new MerchantReading.Refused(Why.WRONG_SITE);
    }
    MedusaApi.list(
        server
            .get("draft_order.search", "/admin/draft-orders")
            .query("fields", "id")
            .query("limit", "1")
            .send(),
        "draft_orders");
    List<String> payments =
        StreamSupport.stream(
                MedusaApi.list(
                        server
                            .get("payment_provider.list", "/admin/payments/payment-providers")
                            .query("is_enabled", "true")
                            .query("limit", "50")
                            .send(),
                        "payment_providers")
                    .spliterator(),
                false)
            .map(provider -> provider.path("id").asText())
            .toList();
    JsonNode store = stores.path(0);
    return new MerchantReading.Working(
        MedusaMapping.id(store),
        Optional.of(store.path("name").asText("")).filter(name -> !name.isBlank()),
        currency(store),
        payments.stream().anyMatch(id -> !id.equals(BY_HAND)),
        !payments.isEmpty());
  }

  private static Optional<Currency> currency(JsonNode store) {
    return StreamSupport.stream(store.path("supported_currencies").spliterator(), false)
        .filter(one -> one.path("is_default").asBoolean())
        .map(one -> one.path("currency_code").asText())
        .findFirst()
        .flatMap(MedusaMapping.MONEY::currency);
  }

  @Override
  public String toString() {
    return "merchants of " + api;
  }
}
