package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a show sells. Items come, change and go before, during and after the show. */
public final class ShowItemService {
  private final UnitOfWork work;
  private final ShowService shows;
  private final ShowItemRepository items;
  private final ClaimRepository claims;
  private final ShowQueries queries;
  private final ItemKeeper keeper;
  private final ShowNews news;
  private final Clock clock;
  private final Ids ids;

  public ShowItemService(
      UnitOfWork work,
      ShowService shows,
      ShowItemRepository items,
      ClaimRepository claims,
      ShowQueries queries,
      LiveUpdates updates,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.shows = shows;
    this.items = items;
    this.claims = claims;
    this.queries = queries;
    this.keeper = new ItemKeeper(items, claims, updates);
    this.news = new ShowNews(updates);
    this.clock = clock;
    this.ids = ids;
  }

  /** What to change; what is absent stays. */
  public record Change(
      Optional<Integer> number,
      Optional<String> title,
      Optional<Long> priceCents,
      Optional<Integer> quantity) {
    private ShowItem.Details of(ShowItem.Details now) {
      return new ShowItem.Details(
          number.orElse(now.number()),
          title.orElse(now.title()),
          priceCents.or(now::priceMinor),
          quantity.orElse(now.quantity()));
    }
  }

  /**
   * Adds an item.
   *
   * @throws DomainException {@code ITEM_NUMBER_TAKEN}, {@code TOO_MANY_ITEMS}
   */
  public ShowItemView add(Actor actor, ShowId show, ShowItem.Details details) {
    return work.write(
        () -> {
          // Locked, so that the items are counted one after another.
          Show of = shows.lock(actor, show);
          if (queries.itemCount(of.id()) >= Show.MAX_ITEMS) {
            throw new DomainException(
                LiveSellingError.TOO_MANY_ITEMS, Map.of("limit", Show.MAX_ITEMS));
          }
          ShowItem item = ShowItem.add(new ItemId(ids.next()), of.id(), details, clock.instant());
          items.save(item);
          news.changed(item);
          return ShowItemView.of(item);
        });
  }

  /** Lists a show's items by number. */
  public List<ShowItemView> list(Actor actor, ShowId show) {
    return work.read(() -> queries.items(shows.operated(actor, show).id()));
  }

  /**
   * Changes what is given; with another quantity those who wait are served, or the last lose.
   *
   * @throws DomainException {@code ITEM_NUMBER_TAKEN}, {@code QUANTITY_BILLED}
   */
  public ShowItemView change(Actor actor, ShowId show, ItemId item, Change change) {
    return work.write(
        () -> {
          ShowItem locked = lock(actor, show, item);
          ItemLine line = new ItemLine(locked, claims.open(item));
          line.describe(change.of(locked.details()));
          keeper.keep(locked, line, Set.of());
          return ShowItemView.of(locked);
        });
  }

  /**
   * Removes an item that nobody has claimed.
   *
   * @throws DomainException {@code ITEM_CLAIMED}
   */
  public void remove(Actor actor, ShowId show, ItemId item) {
    work.run(
        () -> {
          ShowItem locked = lock(actor, show, item);
          locked.mustBeUnclaimed();
          items.delete(item);
          news.removed(locked);
        });
  }

  private ShowItem lock(Actor actor, ShowId show, ItemId item) {
    ShowId of = shows.operated(actor, show).id();
    return items
        .lock(item)
        .filter(found -> found.show().equals(of))
        .orElseThrow(DomainException::notFound);
  }
}
