package dev.stagedoor.application.fake;

import dev.stagedoor.application.notifications.Recipient;
import dev.stagedoor.application.port.RecipientQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.notifications.Addressees;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through the accounts that are kept in memory. */
public final class InMemoryRecipientQueries implements RecipientQueries {
  private final InMemoryAccountRepository accounts;

  public InMemoryRecipientQueries(InMemoryAccountRepository accounts) {
    this.accounts = accounts;
  }

  @Override
  public long count(Addressees audience, Instant madeBy) {
    return those(audience, madeBy).count();
  }

  @Override
  public Map<Role, Long> countByRole(Instant madeBy) {
    return those(Addressees.everybody(), madeBy)
        .collect(Collectors.groupingBy(Account::role, Collectors.counting()));
  }

  @Override
  public List<Recipient> next(
      Addressees audience, Instant madeBy, Optional<UserId> after, int limit) {
    return those(audience, madeBy)
        .sorted(Comparator.comparing(account -> place(account.id())))
        .filter(
            account -> after.filter(id -> place(account.id()).compareTo(place(id)) <= 0).isEmpty())
        .limit(limit)
        .map(Recipient::of)
        .toList();
  }

  /** As text ids are in the order that a database has them in. */
  private static String place(UserId id) {
    return id.value().toString();
  }

  private Stream<Account> those(Addressees audience, Instant madeBy) {
    return accounts
        .all()
        .filter(account -> account.status() != AccountStatus.REGISTERING)
        .filter(account -> !account.createdAt().isAfter(madeBy))
        .filter(
            account ->
                switch (audience.kind()) {
                  case ALL -> true;
                  case ROLE -> audience.role().filter(role -> role == account.role()).isPresent();
                  case USERS -> audience.users().contains(account.id());
                });
  }
}
