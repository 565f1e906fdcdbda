package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.port.CreditLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the ledger of credits in memory. */
public final class InMemoryCreditLedger implements CreditLedger {
  private final InMemoryStore.Table<CreditEntryId, CreditEntry> table;

  public InMemoryCreditLedger(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public List<CreditEntry> post(List<CreditMovement> movements) {
    List<CreditEntry> entries = new ArrayList<>();
    List<CreditMovement> news = new ArrayList<>();
    for (CreditMovement movement : movements) {
      Optional<CreditEntry> posted = table.lock(movement.id());
      posted.ifPresent(entry -> entry.mustBeOf(movement));
      posted.ifPresentOrElse(entries::add, () -> news.add(movement));
    }
    news.stream()
        .collect(Collectors.groupingBy(CreditMovement::account))
        .forEach(
            (account, its) -> entries.addAll(isAllowed(account, its) ? moved(its) : List.of()));
    return entries;
  }

  private boolean isAllowed(UserId account, List<CreditMovement> movements) {
    long balance = balance(account);
    for (CreditMovement movement : movements) {
      balance += movement.amount();
      if (balance < 0 || balance > CreditMovement.MOST) {
        return false;
      }
    }
    return true;
  }

  private List<CreditEntry> moved(List<CreditMovement> movements) {
    return movements.stream().map(this::moved).toList();
  }

  private CreditEntry moved(CreditMovement movement) {
    CreditEntry entry =
        new CreditEntry(
            movement.id(),
            movement.account(),
            of(movement.account()).count() + 1,
            movement.kind(),
            movement.amount(),
            balance(movement.account()) + movement.amount(),
            movement.description(),
            movement.client(),
            movement.actor(),
            movement.at());
    table.put(entry.id(), entry);
    return entry;
  }

  @Override
  public List<CreditEntry> find(Collection<CreditEntryId> ids) {
    return ids.stream().map(table::find).flatMap(Optional::stream).toList();
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
