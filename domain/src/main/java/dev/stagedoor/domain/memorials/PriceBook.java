package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a booking costs. Comes from configuration; every price is in one currency.
 *
 * <p>A tier includes {@code includedHours} of each service; every further hour, every additional
 * service at another place and every further day costs extra.
 */
public record PriceBook(
    Map<Tier, Money> tiers,
    int includedHours,
    Money extraHour,
    Money extraLocation,
    Money extraDay,
    Money photography,
    Money audioVisualSupport,
    Money liveMusician,
    Money usbDrive) {
  public PriceBook {
    tiers = new EnumMap<>(tiers);
    for (Tier tier : Tier.values()) {
      if (!tiers.containsKey(tier)) {
        throw new IllegalArgumentException("the price book has no price for tier " + tier.code());
      }
    }
    tiers = Map.copyOf(tiers);
    if (includedHours < 0) {
      throw new IllegalArgumentException("fewer than no hours cannot be included");
    }
    Money zero = Money.zero(extraHour.currency());
    for (Money price :
        prices(
            tiers,
            extraLocation,
            extraDay,
            photography,
            audioVisualSupport,
            liveMusician,
            usbDrive,
            extraHour)) {
      if (!price.isAtLeast(zero)) {
        throw new IllegalArgumentException("a price cannot be negative: " + price);
      }
    }
  }

  private static List<Money> prices(Map<Tier, Money> tiers, Money... others) {
    List<Money> all = new ArrayList<>(tiers.values());
    all.addAll(List.of(others));
    return all;
  }

  /** Returns the prices that hold where nobody sets others, in US dollars. */
  public static PriceBook standard() {
    return new PriceBook(
        Map.of(Tier.RECORD, usd(699), Tier.LIVE, usd(1299), Tier.LEGACY, usd(1599)),
        2,
        usd(125),
        usd(325),
        usd(325),
        usd(400),
        usd(200),
        usd(500),
        usd(100));
  }

  private static Money usd(long dollars) {
    return Money.of(dollars * 100, "USD");
  }

  public Currency currency() {
    return extraHour.currency();
  }

  /** Prices a plan and a selection. Without a tier there are no lines, and the total is zero. */
  public Quote quote(ServicePlan plan, Selection selection) {
    if (selection.tier().isEmpty()) {
      return Quote.of(List.of(), currency());
    }
    Tier tier = selection.tier().get();
    List<LineItem> lines = new ArrayList<>();
    lines.add(new LineItem("tier_" + tier.code(), 1, priceOf(tier)));
    add(lines, "extra_hours", extraHours(plan), extraHour);
    add(lines, "extra_locations", extraLocations(plan), extraLocation);
    add(lines, "extra_days", extraDays(plan), extraDay);
    Selection.Addons addons = selection.addons();
    add(lines, "photography", addons.photography() ? 1 : 0, photography);
    add(lines, "audio_visual_support", addons.audioVisualSupport() ? 1 : 0, audioVisualSupport);
    add(lines, "live_musician", addons.liveMusician() ? 1 : 0, liveMusician);
    add(lines, "usb_drives", addons.usbDrives(), usbDrive);
    return Quote.of(lines, currency());
  }

  public Money priceOf(Tier tier) {
    Money price = tiers.get(tier);
    if (price == null) {
      throw new IllegalStateException("no price for " + tier);
    }
    return price;
  }

  private int extraHours(ServicePlan plan) {
    int extra = Math.max(0, plan.main().hours() - includedHours);
    for (ServicePlan.Service service : plan.additional()) {
      extra += Math.max(0, service.hours() - includedHours);
    }
    return extra;
  }

  private static long extraLocations(ServicePlan plan) {
    return plan.additional().stream()
        .filter(service -> service.location().isElsewhereThan(plan.main().location()))
        .count();
  }

  private static long extraDays(ServicePlan plan) {
    return plan.main().date().stream()
        .flatMap(
            first ->
                plan.additional().stream()
                    .flatMap(service -> service.date().stream())
                    .filter(day -> !day.equals(first))
                    .distinct())
        .count();
  }

  private static void add(List<LineItem> lines, String code, long quantity, Money unit) {
    if (quantity > 0) {
      lines.add(new LineItem(code, Math.toIntExact(quantity), unit));
    }
  }
}
