package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the operators of a show what changed in it, in the unit of work that changed it. */
final class ShowNews {
  private final LiveUpdates updates;

  ShowNews(LiveUpdates updates) {
    this.updates = updates;
  }

  void changed(Show show) {
    ShowView view = ShowView.of(show);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", view.id().toString());
    data.put("workspaceId", view.workspaceId().toString());
    data.put("name", view.name());
    data.put("status", view.status());
    data.put("currency", view.currency().getCurrencyCode());
    view.platformPostId().ifPresent(post -> data.put("platformPostId", post));
    put(data, "startedAt", view.startedAt());
    put(data, "endedAt", view.endedAt());
    data.put("createdAt", view.createdAt().toString());
    tell(show.id(), "show.changed", "show", data);
  }

  void changed(ShowItem item) {
    tell(item.show(), "item.changed", "item", data(item));
  }

  void removed(ShowItem item) {
    tell(item.show(), "item.removed", "item", data(item));
  }

  void created(Claim claim, ShowItem item) {
    tell(claim.show(), "claim.created", "claim", data(claim, item));
  }

  /** Tells of a claim that was there: that it is another now, or that it is cancelled. */
  void changed(Claim claim, ShowItem item) {
    boolean isOver = claim.state() == Claim.State.CANCELLED;
    tell(claim.show(), isOver ? "claim.cancelled" : "claim.changed", "claim", data(claim, item));
  }

  /** Tells that what a buyer has is another now. */
  void changed(ShowId show, Buyer buyer) {
    tell(
        show,
        "buyer.updated",
        "buyer",
        Map.of("platformUserId", buyer.userId(), "handle", buyer.handle()));
  }

  void received(ShowComment comment) {
    CommentView view = CommentView.of(comment);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", view.id());
    view.platformUserId().ifPresent(user -> data.put("platformUserId", user));
    view.handle().ifPresent(handle -> data.put("handle", handle));
    data.put("text", view.text());
    data.put("postedAt", view.postedAt().toString());
    view.ignored().ifPresent(why -> data.put("ignored", why));
    tell(comment.show(), "comment.received", "comment", data);
  }

  private static Map<String, Object> data(ShowItem item) {
    ShowItemView view = ShowItemView.of(item);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", view.id().toString());
    data.put("number", view.number());
    data.put("title", view.title());
    view.priceCents().ifPresent(price -> data.put("priceCents", price));
    data.put("quantity", view.quantity());
    data.put("claimed", view.claimed());
    data.put("waiting", view.waiting());
    return data;
  }

  private static Map<String, Object> data(Claim claim, ShowItem item) {
    ClaimView view = ClaimView.of(claim, item);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", view.id().toString());
    data.put("itemNumber", view.itemNumber());
    data.put("itemTitle", view.itemTitle());
    data.put("quantity", view.quantity());
    data.put("granted", view.granted());
    data.put("status", view.status());
    data.put("platformUserId", view.platformUserId());
    data.put("handle", view.handle());
    view.commentId().ifPresent(comment -> data.put("commentId", comment));
    data.put("postedAt", view.postedAt().toString());
    data.put("createdAt", view.createdAt().toString());
    return data;
  }

  private static void put(Map<String, Object> data, String name, Optional<Instant> time) {
    time.ifPresent(at -> data.put(name, at.toString()));
  }

  private void tell(ShowId show, String type, String name, Map<String, Object> data) {
    updates.publish(new LiveUpdate(Show.subject(show), type, Map.of(name, Map.copyOf(data))));
  }
}
