package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.port.CreditLedger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps the ledger of credits in memory. */
public final class InMemoryCreditLedger implements CreditLedger {
  private final InMemoryStore.Table<CreditEntryId, CreditEntry> table;

  public InMemoryCreditLedger(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<CreditEntry> post(CreditMovement movement) {
    Optional<CreditEntry> posted = table.lock(movement.id());
    if (posted.isPresent()) {
      posted.get().mustBeOf(movement);
      return posted;
    }
    long balance = balance(movement.account()) + movement.amount();
    if (balance < 0 || balance > CreditMovement.MOST) {
      return Optional.empty();
    }
    CreditEntry entry =
        new CreditEntry(
            movement.id(),
            movement.account(),
            of(movement.account()).count() + 1,
            movement.kind(),
            movement.amount(),
            balance,
            movement.description(),
            movement.client(),
            movement.actor(),
            movement.at());
    table.put(entry.id(), entry);
    return Optional.of(entry);
  }

  @Override
  public Optional<CreditEntry> find(CreditEntryId id) {
    return table.find(id);
  }

  @Override
  public long balance(UserId account) {
    return of(account).mapToLong(CreditEntry::amount).sum();
  }

  @Override
  public Page<CreditEntry> list(
      UserId account, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
    List<CreditEntry> all = between(account, from, to).toList();
    return Page.of(all.stream().skip(page.offset()).limit(page.limit()).toList(), page, all.size());
  }

  @Override
  public void forEach(
      UserId account,
      Optional<Instant> from,
      Optional<Instant> to,
      Consumer<? super CreditEntry> each) {
    between(account, from, to).forEach(each);
  }

  private Stream<CreditEntry> between(
      UserId account, Optional<Instant> from, Optional<Instant> to) {
    return of(account)
        .filter(entry -> from.filter(entry.at()::isBefore).isEmpty())
        .filter(entry -> to.filter(end -> !entry.at().isBefore(end)).isEmpty())
        .sorted(Comparator.comparingLong(CreditEntry::number).reversed());
  }

  private Stream<CreditEntry> of(UserId account) {
    return all().filter(entry -> entry.account().equals(account));
  }

  public Stream<CreditEntry> all() {
    return table.rows();
  }
}
