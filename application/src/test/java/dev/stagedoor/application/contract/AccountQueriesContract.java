package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every read side of accounts must do. */
public interface AccountQueriesContract extends RepositoryContract {
  PageRequest EVERYTHING = new PageRequest(1, PageRequest.MAX_LIMIT);

  AccountQueries queries();

  AccountRepository accounts();

  @Test
  default void whatIsUnknownIsAbsent() {
    onFile(anAccount().build());

    assertThat(write(() -> queries().account(aUserId()))).isEmpty();
    assertThat(found("nobody is called " + UUID.randomUUID())).isEmpty();
  }

  @Test
  default void anAccountIsShownAsItIs() {
    String word = aWord();
    EmailAddress email = new EmailAddress(word + "@example.org");
    Account account =
        onFile(anAccount().mailedAt(email).called("Zoë", "").being(Role.RESELLER).active().build());
    ListedAccount row =
        new ListedAccount(
            account.id().value(), email.value(), "Zoë", "reseller", "active", account.createdAt());

    assertThat(write(() -> queries().account(account.id()))).contains(row);
    assertThat(found(word)).containsExactly(row);
  }

  @Test
  default void severalAreFoundAtOnce() {
    Account one = onFile(anAccount().active().build());
    Account two = onFile(anAccount().build());
    onFile(anAccount().build());

    assertThat(write(() -> queries().named(Set.of(one.id(), two.id(), aUserId()))))
        .containsExactlyInAnyOrder(row(one), row(two));
    assertThat(write(() -> queries().named(Set.of()))).isEmpty();
    assertNeedsUnitOfWork(() -> queries().named(Set.of(one.id())));
  }

  @Test
  default void accountsAreFoundByTheirWholeAddresses() {
    String word = aWord();
    Account one = onFile(mailed(word + "@example.org"));
    Account two = onFile(mailed("two." + word + "@example.org"));
    onFile(mailed("three." + word + "@example.org"));

    assertThat(
            write(
                () ->
                    queries()
                        .mailedAt(
                            Set.of(
                                one.email(),
                                two.email(),
                                new EmailAddress(word + "@example.com")))))
        .containsExactlyInAnyOrder(row(one), row(two));
    assertThat(write(() -> queries().mailedAt(Set.of()))).isEmpty();
    assertNeedsUnitOfWork(() -> queries().mailedAt(Set.of(one.email())));
  }

  @Test
  default void allThatAnAccountCanBeIsNamedInSmallLetters() {
    Account director = onFile(anAccount().being(Role.FUNERAL_DIRECTOR).build());
    Account suspended = onFile(AccountBuilder.suspended(anAccount().active().build()));
    Account invited = onFile(anAccount().invited().build());

    assertThat(row(director).role()).isEqualTo("funeral_director");
    assertThat(row(director).status()).isEqualTo("registering");
    assertThat(row(suspended).status()).isEqualTo("suspended");
    assertThat(row(invited).status()).isEqualTo("invited");
  }

  @Test
  default void aTextIsFoundInAddressNameAndIdWhateverItsCase() {
    String word = aWord();
    UserId byEmail = onFile(mailed("x." + word + ".y@example.org")).id();
    UserId byName = onFile(anAccount().called("Grace", "X" + word + "y").build()).id();
    UserId other = onFile(anAccount().called("Grace", "Hopper").build()).id();

    for (String search : List.of(word, word.toUpperCase(Locale.ROOT), word.substring(1))) {
      assertThat(found(search))
          .extracting(row -> new UserId(row.id()))
          .containsExactlyInAnyOrder(byEmail, byName);
    }
    assertThat(found("grace x" + word)).hasSize(1);
    for (String id : List.of(other.value().toString(), other.value().toString().substring(3))) {
      assertThat(found(id)).extracting(row -> new UserId(row.id())).containsExactly(other);
      assertThat(found(id.toUpperCase(Locale.ROOT))).hasSize(1);
    }
  }

  @Test
  default void whatMeansSomethingInAPatternMeansItself() {
    String word = aWord();
    onFile(anAccount().called("Grace", word + "100%").build());
    onFile(anAccount().called("Grace", word + "1000").build());
    onFile(anAccount().called("Grace", word + "a_b\\c!d").build());

    assertThat(found(word + "100%")).hasSize(1);
    assertThat(found(word + "a_b\\c!d")).hasSize(1);
    assertThat(found(word + "a__\\")).isEmpty();
    assertThat(found(word + "%0")).isEmpty();
  }

  @Test
  default void accountsComeNewestFirstAPageAtATime() {
    String word = aWord();
    // Far ahead, so that they come before everybody else's.
    Instant then = NOW.plus(Duration.ofDays(1000));
    UserId middle = onFile(from(then.plusSeconds(1), word)).id();
    UserId oldest = onFile(from(then, word)).id();
    UserId newest = onFile(from(then.plusSeconds(2), word)).id();

    Page<ListedAccount> first =
        write(() -> queries().accounts(Optional.of(word), new PageRequest(1, 2)));
    Page<ListedAccount> second =
        write(() -> queries().accounts(Optional.of(word), new PageRequest(2, 2)));
    Page<ListedAccount> all = write(() -> queries().accounts(Optional.empty(), EVERYTHING));

    assertThat(ids(first)).containsExactly(newest, middle);
    assertThat(ids(second)).containsExactly(oldest);
    assertThat(first.total()).isEqualTo(second.total()).isEqualTo(3);
    assertThat(ids(all)).contains(newest, middle, oldest);
    assertThat(all.total()).isEqualTo(all.items().size());
  }

  @Test
  default void nothingIsReadOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> queries().account(aUserId()));
    assertNeedsUnitOfWork(() -> queries().accounts(Optional.empty(), EVERYTHING));
  }

  private static String aWord() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private static Account mailed(String address) {
    return anAccount().mailedAt(new EmailAddress(address)).build();
  }

  private static Account from(Instant at, String lastName) {
    Account account = anAccount().called("Ada", lastName).build();
    return Account.restore(
        account.id(),
        account.identity(),
        account.email(),
        account.name(),
        account.role(),
        account.status(),
        account.language(),
        at,
        0);
  }

  private Account onFile(Account account) {
    run(() -> accounts().save(account));
    return account;
  }

  private ListedAccount row(Account account) {
    return write(() -> queries().account(account.id()).orElseThrow());
  }

  private List<ListedAccount> found(String search) {
    return write(() -> queries().accounts(Optional.of(search), EVERYTHING)).items();
  }

  private static List<UserId> ids(Page<ListedAccount> page) {
    return page.items().stream().map(row -> new UserId(row.id())).toList();
  }
}
