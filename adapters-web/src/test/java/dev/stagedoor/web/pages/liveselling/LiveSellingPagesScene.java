package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.Optional;

/** Opens the pages of live selling for somebody who sells. */
abstract class LiveSellingPagesScene {
  /** Is started once for all who look at these pages, and ends with the tests. */
  static final WebServer SERVER =
      WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");

  final InMemoryStagedoor house = SERVER.house();
  final Seller seller = new Seller(house);
  final Visitor visitor = Visitor.signedIn(SERVER, seller.person());

  ShowId aLiveShow(Plan plan) {
    WorkspaceId workspace = seller.workspace("Antiques", plan);
    if (plan != Plan.FREE) {
      seller.connect(workspace, "stripe");
    }
    ShowId show = seller.show(workspace, "Friday sale");
    seller.item(show, 1, "Vase <blue>", Optional.of(1_000L), 1);
    seller.item(show, 2, "Old map", Optional.empty(), 5);
    seller.start(show);
    return show;
  }

  Visitor.Shown tab(ShowId show, String tab) {
    return visitor.open("/shows/" + show.value() + "?tab=" + tab).is(200);
  }
}
