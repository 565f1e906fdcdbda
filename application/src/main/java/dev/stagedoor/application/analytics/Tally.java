package dev.stagedoor.application.analytics;

import dev.stagedoor.application.analytics.AnalyticsSums.Sum;
import dev.stagedoor.domain.analytics.FactKind;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds sums by what they are of. */
final class Tally {
  private static final Sum NOTHING = new Sum(0, FactKind.SIGNED_UP, Optional.empty(), 0, 0);

  private record Key(int slice, FactKind kind, Optional<Currency> currency) {}

  private final Map<Key, Sum> sums = new HashMap<>();

  Tally(List<Sum> sums) {
    sums.forEach(sum -> this.sums.put(new Key(sum.slice(), sum.kind(), sum.currency()), sum));
  }

  Set<Currency> currencies() {
    return sums.keySet().stream()
        .flatMap(key -> key.currency().stream())
        .collect(Collectors.toSet());
  }

  long count(int slice, FactKind kind) {
    return sum(slice, kind, Optional.empty()).count();
  }

  long amount(int slice, FactKind kind) {
    return sum(slice, kind, Optional.empty()).amount();
  }

  long count(int slice, FactKind kind, Currency currency) {
    return sum(slice, kind, Optional.of(currency)).count();
  }

  long amount(int slice, FactKind kind, Currency currency) {
    return sum(slice, kind, Optional.of(currency)).amount();
  }

  private Sum sum(int slice, FactKind kind, Optional<Currency> currency) {
    return sums.getOrDefault(new Key(slice, kind, currency), NOTHING);
  }
}
