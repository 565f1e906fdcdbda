package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.application.liveselling.ConnectMerchant;
import dev.stagedoor.application.liveselling.NewComment;
import dev.stagedoor.application.liveselling.ShowItemView;
import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills in one workspace with a show that is live, and a few claims. Repeatable, as all of it. */
final class LiveSellingDemo {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSellingDemo.class);
  private static final ProviderId STRIPE = new ProviderId("stripe");

  private final Stagedoor stagedoor;

  LiveSellingDemo(Stagedoor stagedoor) {
    this.stagedoor = stagedoor;
  }

  /** Returns the show. */
  ShowId fill(Actor seller) {
    WorkspaceId workspace = workspace(seller);
    connect(seller, workspace);
    ShowView view =
        stagedoor.shows().list(seller, Optional.of(workspace), PageRequest.first()).items().stream()
            .findFirst()
            .orElseGet(
                () ->
                    stagedoor
                        .shows()
                        .create(seller, Optional.of(workspace), "Friday night", Optional.empty()));
    ShowId show = new ShowId(view.id());
    if (view.status().equals(Show.Status.DRAFT.code())) {
      items(seller, show);
      stagedoor.shows().start(seller, show);
    }
    comment(seller, show, "Ana", "sold 12");
    comment(seller, show, "Luis", "12 please!");
    comment(seller, show, "Mei", "mine 7 and 21");
    comment(seller, show, "Tom", "is the hat still there?");
    return show;
  }

  private WorkspaceId workspace(Actor seller) {
    WorkspaceView workspace =
        stagedoor.workspaces().list(seller, PageRequest.first()).items().stream()
            .findFirst()
            .orElseGet(
                () -> stagedoor.workspaces().create(seller, "Boutique Olga", Optional.empty()));
    WorkspaceId id = new WorkspaceId(workspace.id());
    if (workspace.plan().equals(Plan.FREE.code())) {
      stagedoor
          .workspaces()
          .change(Actor.system(), id, Optional.empty(), Optional.empty(), Optional.of(Plan.PRO));
    }
    return id;
  }

  private void connect(Actor seller, WorkspaceId workspace) {
    if (stagedoor.integrations().get(seller, Optional.of(workspace), STRIPE).isConnected()) {
      return;
    }
    try {
      stagedoor
          .connections()
          .connect(
              seller,
              Optional.of(workspace),
              STRIPE,
              new ConnectMerchant(
                  Secret.of("sk_test_demo"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  ChangeSettings.none()));
    } catch (DomainException refused) {
      if (refused.code() != LiveSellingError.CREDENTIALS_REFUSED
          && refused.code() != LiveSellingError.PROVIDER_NOT_AVAILABLE) {
        throw refused;
      }
      LOG.info("demo: nothing to pay with is connected, as only the sandbox takes a made-up key");
    }
  }

  private void items(Actor seller, ShowId show) {
    Set<Integer> there =
        stagedoor.showItems().list(seller, show).stream()
            .map(ShowItemView::number)
            .collect(Collectors.toSet());
    Stream.of(
            new ShowItem.Details(7, "Felt hat", Optional.of(4200L), 3),
            new ShowItem.Details(12, "Silk scarf", Optional.of(1500L), 1),
            new ShowItem.Details(21, "Leather gloves", Optional.of(3600L), 2))
        .filter(item -> !there.contains(item.number()))
        .forEach(item -> stagedoor.showItems().add(seller, show, item));
  }

  private void comment(Actor seller, ShowId show, String name, String text) {
    var unused =
        stagedoor
            .claims()
            .comment(
                seller,
                show,
                new NewComment(
                    new Buyer("demo-" + name, name),
                    text,
                    Optional.of("demo-" + name),
                    Optional.empty()));
  }
}
