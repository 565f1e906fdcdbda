package dev.stagedoor.application.memorials;

import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import java.time.Clock;

/** The guest books of memorials: anybody who sees the page may write, those who run it moderate. */
public final class GuestBookService {
  private final UnitOfWork work;
  private final MemorialService memorials;
  private final GuestBookRepository entries;
  private final MemorialQueries queries;
  private final Clock clock;
  private final Ids ids;

  public GuestBookService(
      UnitOfWork work,
      MemorialService memorials,
      GuestBookRepository entries,
      MemorialQueries queries,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.memorials = memorials;
    this.entries = entries;
    this.queries = queries;
    this.clock = clock;
    this.ids = ids;
  }

  /** Lists approved entries; those who run the memorial see all. */
  public Page<GuestBookEntryView> list(Actor actor, MemorialId id, PageRequest page) {
    return work.read(
        () -> {
          boolean runs = memorials.openTo(actor, id).isRunBy(actor);
          return queries.guestBook(id, !runs, page);
        });
  }

  /** Lists approved entries only, as every visitor sees them. */
  public Page<GuestBookEntryView> approved(Actor actor, MemorialId id, PageRequest page) {
    return work.read(
        () -> {
          memorials.openTo(actor, id);
          return queries.guestBook(id, true, page);
        });
  }

  /** Writes an entry, which is held until it is approved. */
  public GuestBookEntryView write(Actor actor, MemorialId id, String name, String message) {
    return work.write(
        () -> {
          memorials.openTo(actor, id);
          GuestBookEntry entry =
              GuestBookEntry.write(
                  new GuestBookEntryId(ids.next()), id, name, message, clock.instant());
          entries.save(entry);
          return GuestBookEntryView.of(entry);
        });
  }

  public GuestBookEntryView moderate(
      Actor actor, MemorialId id, GuestBookEntryId entry, GuestBookEntry.Status decision) {
    return work.write(
        () -> {
          GuestBookEntry moderated = lock(actor, id, entry).moderated(decision);
          entries.save(moderated);
          return GuestBookEntryView.of(moderated);
        });
  }

  public void delete(Actor actor, MemorialId id, GuestBookEntryId entry) {
    work.run(() -> entries.delete(lock(actor, id, entry).id()));
  }

  private GuestBookEntry lock(Actor actor, MemorialId id, GuestBookEntryId entry) {
    memorials.runBy(actor, id);
    return entries
        .lock(entry)
        .filter(found -> found.memorial().equals(id))
        .orElseThrow(DomainException::notFound);
  }
}
