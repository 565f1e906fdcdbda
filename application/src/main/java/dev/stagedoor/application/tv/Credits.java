package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.CreditLedger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes credits from those who have them. All methods but one need an open unit of work. */
final class Credits {
  private final CreditLedger ledger;
  private final Clock clock;
  private final Ids ids;

  Credits(CreditLedger ledger, Clock clock, Ids ids) {
    this.ledger = ledger;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Names an entry: by a key the same account gives again for the same thing, so that the ledger
   * refuses doubles, else as no other is named. Needs no unit of work.
   */
  CreditEntryId id(UserId account, CreditKind kind, Optional<String> key) {
    return new CreditEntryId(
        key.map(word -> "credits " + account.value() + " " + kind.code() + " " + word)
            .map(name -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
            .orElseGet(ids::next));
  }

  Optional<CreditEntry> find(CreditEntryId id) {
    return ledger.find(List.of(id)).stream().findFirst();
  }

  /** Finds those of some entries that are there. */
  Map<CreditEntryId, CreditEntry> find(Collection<CreditEntryId> ids) {
    return ids.isEmpty() ? Map.of() : byId(ledger.find(ids));
  }

  private static Map<CreditEntryId, CreditEntry> byId(List<CreditEntry> entries) {
    return entries.stream().collect(Collectors.toMap(CreditEntry::id, Function.identity()));
  }

  long balance(UserId account) {
    return ledger.balance(account);
  }

  /**
   * Refuses what an account could not pay now; whether it can later is another question.
   *
   * @throws DomainException {@code INSUFFICIENT_CREDITS}
   */
  void mustHave(UserId account, long needed) {
    long balance = ledger.balance(account);
    if (balance < needed) {
      throw insufficient(needed, balance);
    }
  }

  /**
   * What is to be taken.
   *
   * @param amount nothing only where a month of a client costs so much
   */
  record Taking(
      CreditEntryId id,
      UserId account,
      CreditKind kind,
      long amount,
      String description,
      Optional<ClientId> client,
      Optional<UserId> actor) {}

  /**
   * Takes credits, and locks the account until the unit of work ends.
   *
   * @throws DomainException {@code INSUFFICIENT_CREDITS}
   */
  CreditEntry take(Taking wanted) {
    return Optional.ofNullable(post(List.of(wanted)).get(wanted.id()))
        .orElseThrow(() -> insufficient(wanted));
  }

  /**
   * Takes what can be paid, in the order given, and locks the accounts until the unit of work ends.
   *
   * @param wanted whose ids differ
   * @return the entries of what was taken; those who are left out {@linkplain #insufficient cannot
   *     pay}
   */
  Map<CreditEntryId, CreditEntry> takeWhatIsThere(List<Taking> wanted) {
    Map<CreditEntryId, CreditEntry> taken = new HashMap<>(post(wanted));
    Map<UserId, List<Taking>> poor =
        wanted.stream()
            .filter(one -> !taken.containsKey(one.id()))
            .collect(Collectors.groupingBy(Taking::account));
    // Who cannot pay all of their own can perhaps pay some.
    poor.values().stream()
        .filter(own -> own.size() > 1)
        .flatMap(List::stream)
        .forEach(one -> taken.putAll(post(List.of(one))));
    return taken;
  }

  private Map<CreditEntryId, CreditEntry> post(List<Taking> wanted) {
    return wanted.isEmpty()
        ? Map.of()
        : byId(ledger.post(wanted.stream().map(this::movement).toList()));
  }

  private CreditMovement movement(Taking wanted) {
    return new CreditMovement(
        wanted.id(),
        wanted.account(),
        wanted.kind(),
        -wanted.amount(),
        wanted.description(),
        wanted.client(),
        wanted.actor(),
        clock.instant());
  }

  /** Says that an account cannot pay. */
  DomainException insufficient(Taking wanted) {
    return insufficient(wanted.amount(), ledger.balance(wanted.account()));
  }

  private static DomainException insufficient(long needed, long balance) {
    return new DomainException(
        TvError.INSUFFICIENT_CREDITS, Map.of("needed", needed, "balance", balance));
  }
}
