package dev.stagedoor.application.fake;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks through the accounts that are kept in memory. */
public final class InMemoryAccountQueries implements AccountQueries {
  private final InMemoryAccountRepository accounts;

  public InMemoryAccountQueries(InMemoryAccountRepository accounts) {
    this.accounts = accounts;
  }

  @Override
  public Page<ListedAccount> accounts(Optional<String> search, PageRequest page) {
    return Pages.of(
            accounts
                .all()
                .filter(account -> search.filter(text -> !has(account, text)).isEmpty())
                .sorted(
                    Comparator.comparing(Account::createdAt)
                        .thenComparing(account -> account.id().value().toString())
                        .reversed())
                .toList(),
            page)
        .map(InMemoryAccountQueries::row);
  }

  private static boolean has(Account account, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Stream.of(
            account.email().value(), account.name().display(), account.id().value().toString())
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
  }

  @Override
  public Optional<ListedAccount> account(UserId id) {
    return accounts.find(id).map(InMemoryAccountQueries::row);
  }

  @Override
  public List<ListedAccount> named(Set<UserId> ids) {
    return ids.stream().flatMap(id -> account(id).stream()).toList();
  }

  @Override
  public List<ListedAccount> mailedAt(Set<EmailAddress> addresses) {
    return accounts
        .all()
        .filter(account -> addresses.contains(account.email()))
        .map(InMemoryAccountQueries::row)
        .toList();
  }

  private static ListedAccount row(Account account) {
    return new ListedAccount(
        account.id().value(),
        account.email().value(),
        account.name().display(),
        account.role().code(),
        account.status().name().toLowerCase(Locale.ROOT),
        account.createdAt());
  }
}
