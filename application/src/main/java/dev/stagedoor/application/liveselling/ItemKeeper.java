package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps a locked item with what became of its line, and tells who is watching. */
final class ItemKeeper {
  private final ShowItemRepository items;
  private final ClaimRepository claims;
  private final ShowNews news;

  ItemKeeper(ShowItemRepository items, ClaimRepository claims, LiveUpdates updates) {
    this.items = items;
    this.claims = claims;
    this.news = new ShowNews(updates);
  }

  /**
   * Keeps the item and every claim that changed.
   *
   * @param fresh the claims that were not there before
   */
  void keep(ShowItem item, ItemLine line, Set<ClaimId> fresh) {
    List<Claim> changed =
        line.changed().stream().sorted(Comparator.comparing(Claim::place)).toList();
    items.save(item);
    claims.save(changed);
    Map<String, Buyer> buyers = new LinkedHashMap<>();
    for (Claim claim : changed) {
      if (fresh.contains(claim.id())) {
        news.created(claim, item);
      } else {
        news.changed(claim, item);
      }
      buyers.put(claim.buyer().userId(), claim.buyer());
    }
    news.changed(item);
    buyers.values().forEach(buyer -> news.changed(item.show(), buyer));
  }
}
