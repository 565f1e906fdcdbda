package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.web.fields.NotOnPhones;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A plan, wrapped as clients expect it.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record PlanResponse(Plan plan, String message) {
  /**
   * What subscribers pay for each month.
   *
   * @param stripePriceId the payment provider's name of its price
   * @param credits what a month of it costs a reseller
   * @param labels what one has with it, in the caller's language
   * @param archivedAt since when it is offered to nobody; only to admins
   */
  @Serdeable
  public record Plan(
      UUID id,
      String name,
      @JsonProperty("stripe_price_id") String stripePriceId,
      @JsonProperty("price_monthly") BigDecimal priceMonthly,
      String currency,
      @NotOnPhones long credits,
      @JsonProperty("max_profiles") int maxProfiles,
      @JsonProperty("max_playlists") int maxPlaylists,
      @JsonProperty("max_favorites") int maxFavorites,
      Map<String, Boolean> features,
      List<String> labels,
      @JsonProperty("archived_at") Optional<Instant> archivedAt) {
    static Plan from(dev.stagedoor.domain.tv.Plan plan, Words words) {
      dev.stagedoor.domain.tv.Plan.Terms terms = plan.terms();
      return new Plan(
          plan.id().value(),
          terms.name(),
          plan.priceId(),
          Decimals.of(terms.monthly()),
          terms.monthly().currency().getCurrencyCode(),
          plan.credits(),
          terms.limits().profiles(),
          terms.limits().playlists(),
          terms.limits().favorites(),
          new TreeMap<>(terms.features()),
          words.of(plan),
          plan.archivedAt());
    }
  }

  static PlanResponse from(dev.stagedoor.domain.tv.Plan plan, Words words, String done) {
    return new PlanResponse(Plan.from(plan, words), words.say(done));
  }
}
