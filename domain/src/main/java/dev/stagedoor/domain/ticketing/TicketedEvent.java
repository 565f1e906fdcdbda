package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of one thing, which another system sells.
 *
 * <p>Invariants: it moves as {@link TicketingStatus} allows and in no other way; what the system
 * told ends in the same place in whatever order it comes, and twice is once: the newest says how
 * the sale stands, and any of it that it was live ever; what is seen at the system overrides what
 * was told. A sale that was never live is being set up, whatever else is told of it.
 */
public final class TicketedEvent {
  private final Subject subject;
  private final UserId owner;
  private final Instant createdAt;
  private final long version;
  private TicketingStatus status;
  private @Nullable ProviderId provider;
  private @Nullable ProviderRef sale;
  private @Nullable ConnectionId connection;
  private @Nullable URI page;
  private boolean wasLive;
  private @Nullable SaleStatus told;
  private @Nullable Instant toldAt;
  private @Nullable Instant unreachableSince;
  private int looks;
  private @Nullable Instant nextLookAt;
  private Instant changedAt;

  /**
   * The stored form of somebody's tickets; for repositories only.
   *
   * @param provider the system that was chosen when they were enabled
   * @param sale the event there that sells them, once it is known
   * @param connection the owner's own connection that it is followed by, if any
   * @param page where the system shows the sale, as it said
   * @param wasLive whether they could ever be had since they were enabled
   * @param told how the sale stands by the newest that is known of it
   * @param toldAt when that was so
   * @param unreachableSince since when the system cannot be asked
   * @param looks how often it was asked since anything changed
   */
  public record Snapshot(
      Subject subject,
      UserId owner,
      TicketingStatus status,
      @Nullable ProviderId provider,
      @Nullable ProviderRef sale,
      @Nullable ConnectionId connection,
      @Nullable URI page,
      boolean wasLive,
      @Nullable SaleStatus told,
      @Nullable Instant toldAt,
      @Nullable Instant unreachableSince,
      int looks,
      @Nullable Instant nextLookAt,
      Instant createdAt,
      Instant changedAt,
      long version) {}

  private TicketedEvent(Snapshot from) {
    this.subject = from.subject();
    this.owner = from.owner();
    this.status = from.status();
    this.provider = from.provider();
    this.sale = from.sale();
    this.connection = from.connection();
    this.page = from.page();
    this.wasLive = from.wasLive();
    this.told = from.told();
    this.toldAt = from.toldAt();
    this.unreachableSince = from.unreachableSince();
    this.looks = from.looks();
    this.nextLookAt = from.nextLookAt();
    this.createdAt = from.createdAt();
    this.changedAt = from.changedAt();
    this.version = from.version();
  }

  /** Something that has no tickets yet. */
  public static TicketedEvent without(Subject subject, UserId owner, Instant now) {
    return new TicketedEvent(
        new Snapshot(
            subject,
            owner,
            TicketingStatus.NONE,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            0,
            null,
            now,
            now,
            0));
  }

  /** Rebuilds stored tickets; for repositories only. */
  public static TicketedEvent restore(Snapshot snapshot) {
    return new TicketedEvent(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        subject,
        owner,
        status,
        provider,
        sale,
        connection,
        page,
        wasLive,
        told,
        toldAt,
        unreachableSince,
        looks,
        nextLookAt,
        createdAt,
        changedAt,
        version);
  }

  /**
   * Begins to set tickets up at a system. While they are being set up already nothing changes.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED} when they were on sale before
   */
  public List<Announcement> enable(ProviderId at, Instant now) {
    if (status == TicketingStatus.SETUP) {
      return List.of();
    }
    move(TicketingStatus.SETUP);
    provider = at;
    return changed(now);
  }

  /**
   * Gives the setting up up, and forgets the sale. Where there are no tickets nothing changes.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED} when they were on sale before
   */
  public List<Announcement> cancel(Instant now) {
    if (status == TicketingStatus.NONE) {
      return List.of();
    }
    move(TicketingStatus.NONE);
    provider = null;
    sale = null;
    connection = null;
    page = null;
    wasLive = false;
    told = null;
    toldAt = null;
    unreachableSince = null;
    nextLookAt = null;
    return changed(now);
  }

  /**
   * Notes which event of the system sells the tickets. Repeating it changes nothing; while they are
   * set up, another event may take its place and nothing that was told of the first one counts.
   *
   * @param via the owner's own connection that it is followed by; empty for the operator's
   * @throws DomainException {@code TICKETING_MOVE_REFUSED} when there are no tickets, {@code
   *     TICKETING_LINKED} when they are or were on sale by another event
   */
  public void link(ProviderRef event, Optional<ConnectionId> via, Instant now) {
    if (event.equals(sale)) {
      return;
    }
    if (status == TicketingStatus.NONE) {
      throw refused(TicketingStatus.ACTIVE);
    }
    if (status != TicketingStatus.SETUP) {
      throw new DomainException(TicketingError.TICKETING_LINKED);
    }
    provider = event.provider();
    sale = event;
    connection = via.orElse(null);
    page = null;
    told = null;
    toldAt = null;
    unreachableSince = null;
    lookSoon(now);
  }

  /**
   * Tells whether news that came by a connection may move these tickets: the owner's own always,
   * the operator's unless they are followed by one of the owner's, and never somebody else's.
   *
   * @param via whose own connection it came by; empty for the operator's
   */
  public boolean hears(Optional<TicketingConnection> via) {
    return via.map(own -> own.owner().equals(owner)).orElse(connection == null);
  }

  /**
   * Takes in what the system told of the sale. May be called any number of times, in any order.
   *
   * @param news how the sale stood then; empty when the system only pointed at it
   * @param page where the system says that the sale is shown
   * @param at when it was so, by the system's clock
   */
  public List<Announcement> told(
      Optional<SaleStatus> news, Optional<URI> page, Instant at, Instant now) {
    if (status == TicketingStatus.NONE || sale == null) {
      return List.of();
    }
    lookSoon(now);
    if (news.isEmpty()) {
      return List.of();
    }
    wasLive |= news.get() == SaleStatus.LIVE;
    if (isNewer(news.get(), at)) {
      told = news.get();
      toldAt = at;
      page.ifPresent(said -> this.page = said);
    }
    return follow(now);
  }

  // Of two things told of one moment the later in the enum holds, whichever came first.
  private boolean isNewer(SaleStatus news, Instant at) {
    return toldAt == null
        || told == null
        || at.isAfter(toldAt)
        || (at.equals(toldAt) && news.compareTo(told) > 0);
  }

  /**
   * Takes in how the sale stands at the system now.
   *
   * @param offer empty when the system has no such sale, or shows it to nobody
   */
  public List<Announcement> seen(Optional<TicketOffer> offer, Instant now) {
    if (status == TicketingStatus.NONE || sale == null) {
      return List.of();
    }
    boolean wasStale = isStale();
    unreachableSince = null;
    SaleStatus stands = offer.map(TicketOffer::status).orElse(SaleStatus.INACTIVE);
    wasLive |= stands == SaleStatus.LIVE;
    // What only confirms keeps its time: the system's clock may be behind, and its next news too.
    if (stands != told) {
      told = stands;
      toldAt = now;
    }
    offer.ifPresent(found -> page = found.embed().page());
    plan(now);
    List<Announcement> news = follow(now);
    return news.isEmpty() && wasStale ? changed(now) : news;
  }

  /** Notes that the system could not be asked; what is known may be out of date from now on. */
  public List<Announcement> notSeen(Instant now) {
    if (status == TicketingStatus.NONE || sale == null) {
      return List.of();
    }
    boolean isFirst = unreachableSince == null;
    Instant since = isFirst ? now : unreachableSince;
    unreachableSince = since;
    nextLookAt = now.plus(Looks.afterMiss(Duration.between(since, now), status, looks));
    looks++;
    return isFirst ? changed(now) : List.of();
  }

  private List<Announcement> follow(Instant now) {
    TicketingStatus before = status;
    if (wasLive && status == TicketingStatus.SETUP) {
      move(TicketingStatus.ACTIVE);
    }
    if (wasLive) {
      TicketingStatus stands =
          told == SaleStatus.LIVE ? TicketingStatus.ACTIVE : TicketingStatus.INACTIVE;
      if (status != stands) {
        move(stands);
      }
    }
    return status == before ? List.of() : changed(now);
  }

  private void move(TicketingStatus next) {
    if (!status.mayBecome(next)) {
      throw refused(next);
    }
    status = next;
    looks = 0;
  }

  private DomainException refused(TicketingStatus next) {
    return new DomainException(
        TicketingError.TICKETING_MOVE_REFUSED, Map.of("from", status.code(), "to", next.code()));
  }

  private List<Announcement> changed(Instant now) {
    changedAt = now;
    return List.of(new TicketingChanged(subject, status, isStale(), now));
  }

  private void lookSoon(Instant now) {
    looks = 0;
    nextLookAt = now.plus(Looks.AFTER_NEWS);
  }

  private void plan(Instant now) {
    nextLookAt = now.plus(Looks.pause(status, looks));
    looks++;
  }

  public TicketedEventId id() {
    return TicketedEventId.of(subject);
  }

  public Subject subject() {
    return subject;
  }

  public UserId owner() {
    return owner;
  }

  public TicketingStatus status() {
    return status;
  }

  /** Returns the system that was chosen, empty where there are no tickets. */
  public Optional<ProviderId> provider() {
    return Optional.ofNullable(provider);
  }

  /** Returns the event that sells the tickets, once it is known. */
  public Optional<ProviderRef> sale() {
    return Optional.ofNullable(sale);
  }

  public Optional<ConnectionId> connection() {
    return Optional.ofNullable(connection);
  }

  public Optional<URI> page() {
    return Optional.ofNullable(page);
  }

  public Optional<SaleStatus> told() {
    return Optional.ofNullable(told);
  }

  public Optional<Instant> toldAt() {
    return Optional.ofNullable(toldAt);
  }

  /** Tells whether the system could not be asked when it was asked last. */
  public boolean isStale() {
    return unreachableSince != null;
  }

  public Optional<Instant> nextLookAt() {
    return Optional.ofNullable(nextLookAt);
  }

  public Instant changedAt() {
    return changedAt;
  }

  public long version() {
    return version;
  }
}
