package dev.stagedoor.providers.sandbox.ticketing;

import dev.stagedoor.domain.ticketing.SaleStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The shop's own words for how a sale stands, and ours for each. */
public enum ShopStatus {
  DRAFT(SaleStatus.DRAFT),
  LIVE(SaleStatus.LIVE),
  ARCHIVED(SaleStatus.INACTIVE),
  CANCELLED(SaleStatus.INACTIVE),
  ENDED(SaleStatus.INACTIVE);

  private final SaleStatus sale;

  ShopStatus(SaleStatus sale) {
    this.sale = sale;
  }

  /** Returns the status of this name in any case, empty when the shop has none. */
  public static Optional<ShopStatus> of(String name) {
    return Arrays.stream(values())
        .filter(status -> status.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  public SaleStatus sale() {
    return sale;
  }
}
