package dev.stagedoor.application.fake;

import dev.stagedoor.application.memorials.DirectorView;
import dev.stagedoor.application.memorials.GuestBookEntryView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.fake.InMemoryFuneralDirectorRepository;
import dev.stagedoor.domain.fake.InMemoryGuestBookRepository;
import dev.stagedoor.domain.fake.InMemoryMemorialRepository;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialAccess;
import dev.stagedoor.domain.memorials.MemorialId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks through what the memorials' repositories keep in memory. */
public final class InMemoryMemorialQueries implements MemorialQueries {
  private final InMemoryMemorialRepository memorials;
  private final InMemoryFuneralDirectorRepository directors;
  private final InMemoryGuestBookRepository guestBooks;
  private final AccountRepository accounts;

  public InMemoryMemorialQueries(
      InMemoryMemorialRepository memorials,
      InMemoryFuneralDirectorRepository directors,
      InMemoryGuestBookRepository guestBooks,
      AccountRepository accounts) {
    this.memorials = memorials;
    this.directors = directors;
    this.guestBooks = guestBooks;
    this.accounts = accounts;
  }

  @Override
  public Page<MemorialView> runBy(UserId user, PageRequest page) {
    return list(
        one -> one.owner().equals(user) || one.director().filter(user::equals).isPresent(), page);
  }

  @Override
  public Page<MemorialView> all(String search, PageRequest page) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return list(
        one ->
            one.lovedOneName().toLowerCase(Locale.ROOT).contains(wanted)
                || one.slug().value().contains(wanted),
        page);
  }

  private Page<MemorialView> list(Predicate<Memorial> wanted, PageRequest page) {
    return Pages.of(
        memorials
            .all()
            .filter(wanted)
            .sorted(Comparator.comparing(Memorial::createdAt).reversed())
            .map(InMemoryMemorialQueries::view)
            .toList(),
        page);
  }

  @Override
  public Map<MemorialId, MemorialAccess> access(Collection<MemorialId> ids) {
    return memorials
        .all()
        .filter(one -> ids.contains(one.id()))
        .collect(Collectors.toMap(Memorial::id, Memorial::access));
  }

  @Override
  public Page<DirectorView> directors(Optional<FuneralDirector.Status> status, PageRequest page) {
    return Pages.of(
        directors
            .all()
            .filter(one -> status.isEmpty() || status.get() == one.status())
            .sorted(Comparator.comparing(FuneralDirector::registeredAt))
            .map(this::view)
            .toList(),
        page);
  }

  @Override
  public Page<GuestBookEntryView> guestBook(
      MemorialId memorial, boolean approvedOnly, PageRequest page) {
    return Pages.of(
        guestBooks
            .all()
            .filter(one -> one.memorial().equals(memorial))
            .filter(one -> !approvedOnly || one.status() == GuestBookEntry.Status.APPROVED)
            .sorted(Comparator.comparing(GuestBookEntry::createdAt).reversed())
            .map(InMemoryMemorialQueries::view)
            .toList(),
        page);
  }

  private static MemorialView view(Memorial memorial) {
    return new MemorialView(
        memorial.id().value(),
        memorial.slug().value(),
        memorial.lovedOneName(),
        memorial.owner().value(),
        memorial.director().map(UserId::value),
        memorial.familyPhone().value(),
        memorial.customText(),
        memorial.imageUrl(),
        memorial.isPublic(),
        memorial.createdAt(),
        memorial.updatedAt(),
        memorial.version());
  }

  private DirectorView view(FuneralDirector director) {
    Account account = accounts.find(director.user()).orElseThrow();
    return new DirectorView(
        director.user().value(),
        account.email().value(),
        account.name().display(),
        director.company(),
        director.phone(),
        director.status().code(),
        director.registeredAt());
  }

  private static GuestBookEntryView view(GuestBookEntry entry) {
    return new GuestBookEntryView(
        entry.id().value(),
        entry.name(),
        entry.message(),
        entry.status().code(),
        entry.createdAt());
  }
}
