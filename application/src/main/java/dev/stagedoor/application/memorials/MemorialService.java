package dev.stagedoor.application.memorials;

import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.PriceBook;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.memorials.Slug;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens, shows, lists and changes memorials. */
public final class MemorialService {
  private static final int SLUG_ATTEMPTS = 1000;

  private final UnitOfWork work;
  private final MemorialRepository memorials;
  private final BookingRepository bookings;
  private final MemorialQueries queries;
  private final PriceBook prices;
  private final Clock clock;
  private final Ids ids;

  public MemorialService(
      UnitOfWork work,
      MemorialRepository memorials,
      BookingRepository bookings,
      MemorialQueries queries,
      PriceBook prices,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.memorials = memorials;
    this.bookings = bookings;
    this.queries = queries;
    this.prices = prices;
    this.clock = clock;
    this.ids = ids;
  }

  /** Opens a memorial with an empty booking, in the open unit of work. */
  Memorial open(
      UserId owner,
      @Nullable UserId director,
      Phone familyPhone,
      String lovedOneName,
      ServicePlan services) {
    MemorialId id = new MemorialId(ids.next());
    for (int attempt = 1; attempt <= SLUG_ATTEMPTS; attempt++) {
      Memorial memorial =
          Memorial.open(
              id,
              Slug.of(lovedOneName, attempt),
              owner,
              director,
              familyPhone,
              lovedOneName,
              clock.instant());
      if (memorials.add(memorial)) {
        bookings.save(Booking.draft(id, services, prices, clock.instant()));
        // With the version it was stored under.
        return find(id);
      }
    }
    throw new IllegalStateException("no free slug for a memorial after " + SLUG_ATTEMPTS);
  }

  /** Returns a memorial to somebody who runs it. */
  public MemorialView get(Actor actor, MemorialId id) {
    return MemorialView.of(work.read(() -> runBy(actor, id)));
  }

  /**
   * Returns the memorial of a page's address to somebody who may see it; {@code NOT_FOUND} for
   * everybody else.
   */
  public MemorialView bySlug(Actor actor, String slug) {
    return work.read(
        () ->
            parse(slug)
                .flatMap(memorials::findBySlug)
                .filter(memorial -> memorial.isOpenTo(actor))
                .map(MemorialView::of)
                .orElseThrow(DomainException::notFound));
  }

  /** Tells whether a caller runs a memorial that they may see. */
  public boolean isRunBy(Actor actor, MemorialId id) {
    return work.read(() -> find(id).isRunBy(actor));
  }

  /** Lists the memorials the caller owns or directs. */
  public Page<MemorialView> mine(Actor actor, PageRequest page) {
    return work.read(() -> queries.runBy(actor.userId(), page));
  }

  /** Lists all memorials for an admin. */
  public Page<MemorialView> all(Actor actor, String search, PageRequest page) {
    actor.mustBeAdmin();
    return work.read(() -> queries.all(search, page));
  }

  /** What to change; what is absent stays. */
  public record Change(
      Optional<String> lovedOneName,
      Optional<String> customText,
      Optional<String> imageUrl,
      Optional<Boolean> isPublic,
      long version) {}

  /**
   * Changes a memorial.
   *
   * @throws DomainException {@code STALE_VERSION} when it was changed since {@code version}
   */
  public MemorialView change(Actor actor, MemorialId id, Change change) {
    actor.mustBeSignedIn();
    work.run(
        () -> {
          Memorial memorial = memorials.lock(id).orElseThrow(DomainException::notFound);
          memorial.mustBeRunBy(actor);
          memorial.mustBeAt(change.version());
          change.lovedOneName().ifPresent(name -> memorial.rename(name, clock.instant()));
          change.customText().ifPresent(text -> memorial.write(text, clock.instant()));
          change.imageUrl().ifPresent(url -> memorial.picture(url, clock.instant()));
          change.isPublic().ifPresent(open -> memorial.show(open, clock.instant()));
          memorials.save(memorial);
        });
    return get(actor, id);
  }

  /**
   * Returns a memorial to somebody who runs it, in the open unit of work. A visitor does not even
   * learn whether there is one.
   */
  Memorial runBy(Actor actor, MemorialId id) {
    actor.mustBeSignedIn();
    Memorial memorial = find(id);
    memorial.mustBeRunBy(actor);
    return memorial;
  }

  /** Returns a memorial to somebody who may see it, in the open unit of work. */
  Memorial openTo(Actor actor, MemorialId id) {
    Memorial memorial = find(id);
    if (!memorial.isOpenTo(actor)) {
      throw DomainException.notFound();
    }
    return memorial;
  }

  private Memorial find(MemorialId id) {
    return memorials.find(id).orElseThrow(DomainException::notFound);
  }

  private static Optional<Slug> parse(String slug) {
    try {
      return Optional.of(new Slug(slug));
    } catch (IllegalArgumentException notASlug) {
      return Optional.empty();
    }
  }
}
