package dev.stagedoor.web.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.analytics.ResellerAnalytics;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What resellers spend, and whom they win for it.
 *
 * @param resellers one page of those who spent or won anything, who spent most first
 */
@Serdeable
public record ResellerAnalyticsResponse(
    PeriodResponse period,
    List<Slice> series,
    Slice totals,
    List<Reseller> resellers,
    int page,
    int limit,
    long total) {
  /**
   * What was in one slice.
   *
   * @param date its first day; not in the totals
   * @param creditsGranted what admins gave, less what they took back
   * @param clientsActive clients who were served at its end
   */
  @Serdeable
  public record Slice(
      Optional<LocalDate> date,
      @JsonProperty("credits_granted") long creditsGranted,
      @JsonProperty("credits_spent") long creditsSpent,
      @JsonProperty("clients_created") long clientsCreated,
      @JsonProperty("clients_renewed") long clientsRenewed,
      @JsonProperty("clients_active") long clientsActive) {
    static Slice from(ResellerAnalytics.Slice slice, Optional<LocalDate> date) {
      return new Slice(
          date,
          slice.creditsGranted(),
          slice.creditsSpent(),
          slice.clientsCreated(),
          slice.clientsRenewed(),
          slice.clientsActive());
    }
  }

  /**
   * One of them, in the period.
   *
   * @param clients whom they made
   * @param profit what their credits are worth: each one minor unit of the currency
   */
  @Serdeable
  public record Reseller(
      UUID id,
      String email,
      @JsonProperty("credits_spent") long creditsSpent,
      long clients,
      BigDecimal profit,
      String currency) {
    static Reseller from(ResellerAnalytics.Reseller reseller) {
      return new Reseller(
          reseller.id(),
          reseller.email(),
          reseller.creditsSpent(),
          reseller.clients(),
          Decimals.of(reseller.profit()),
          reseller.profit().currency().getCurrencyCode());
    }
  }

  static ResellerAnalyticsResponse from(ResellerAnalytics told) {
    return new ResellerAnalyticsResponse(
        PeriodResponse.from(told.period()),
        told.series().stream().map(slice -> Slice.from(slice, Optional.of(slice.date()))).toList(),
        Slice.from(told.totals(), Optional.empty()),
        told.resellers().items().stream().map(Reseller::from).toList(),
        told.resellers().page(),
        told.resellers().limit(),
        told.resellers().total());
  }
}
