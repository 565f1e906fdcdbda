package dev.stagedoor.application.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A workspace with its operator and a show that is live and follows a post of its page. */
final class LiveSale {
  static final String PAGE = "page-1";
  static final String POST = "page-1_post-1";

  final InMemoryStagedoor house;
  final Actor operator;
  final WorkspaceId workspace;
  final ShowId show;
  final Instant begin;

  LiveSale(InMemoryStagedoor house) {
    this.house = house;
    operator = house.aFamily().actor();
    workspace =
        new WorkspaceId(
            house.stagedoor().workspaces().create(operator, "Ada's", Optional.empty()).id());
    show = plan("Friday", Optional.of(POST));
    begin = house.clock().instant();
    var unused = shows().start(operator, show);
  }

  LiveSale() {
    this(new InMemoryStagedoor());
  }

  ShowService shows() {
    return house.stagedoor().shows();
  }

  ShowItemService items() {
    return house.stagedoor().showItems();
  }

  ClaimService claims() {
    return house.stagedoor().claims();
  }

  ShowId plan(String name, Optional<String> post) {
    return new ShowId(shows().create(operator, Optional.of(workspace), name, post).id());
  }

  static ProviderRef ref(String value) {
    return new ProviderRef(InMemoryStagedoor.FAKE, value);
  }

  /** Connects the page, as whoever follows its posts must. */
  LiveSale connectPage(String page) {
    house
        .unitOfWork()
        .run(
            () -> {
              Integration integration =
                  Integration.of(
                      new IntegrationId(UUID.randomUUID()),
                      workspace,
                      ShowService.PLATFORM,
                      house.clock().instant());
              integration.connect(
                  new Credentials.Page(new Channel(ref(page), Secret.of("token of " + page))),
                  "Our page",
                  page,
                  house.clock().instant());
              house.liveSelling().integrations().save(integration);
            });
    return this;
  }

  ItemId item(int number, int quantity) {
    return new ItemId(
        items()
            .add(
                operator,
                show,
                new ShowItem.Details(number, "Vase " + number, Optional.of(1_250L), quantity))
            .id());
  }

  Instant at(long second) {
    return begin.plusSeconds(second);
  }

  /** Somebody's comment of that second, as an operator enters it. */
  CommentResult says(String who, String text, long second) {
    return says(who, text, second, Optional.empty());
  }

  CommentResult says(String who, String text, long second, Optional<String> id) {
    while (house.clock().instant().isBefore(at(second))) {
      house.clock().advance(Duration.ofSeconds(1));
    }
    return claims()
        .comment(
            operator,
            show,
            new NewComment(new Buyer("id-" + who, who), text, id, Optional.of(at(second))));
  }

  static ChannelEvent.CommentWritten written(String id, String who, String text, Instant at) {
    return new ChannelEvent.CommentWritten(
        ref(PAGE), ref(POST), ref(id), Optional.of(ref("id-" + who)), Optional.of(who), text, at);
  }

  static ChannelEvent.CommentRemoved removed(String id, Instant at) {
    return new ChannelEvent.CommentRemoved(ref(PAGE), ref(POST), ref(id), at);
  }

  /** Has the platform tell this, in one delivery. */
  void told(ChannelEvent... events) {
    assertThat(house.deliver(house.webhooks().delivery(events)))
        .isEqualTo(new WebhookResult.Taken("applied"));
  }

  /** Returns the line of an item, from the first: who has how many of how many, and how it is. */
  List<String> line(int number) {
    return claims().list(operator, show, Optional.empty(), PageRequest.first()).items().stream()
        .filter(claim -> claim.itemNumber() == number)
        .filter(claim -> !claim.status().equals("cancelled"))
        .map(
            claim ->
                claim.handle()
                    + " "
                    + claim.granted()
                    + "/"
                    + claim.quantity()
                    + (claim.status().equals("billed") ? " billed" : ""))
        .toList();
  }

  /** Returns the id of somebody's claim on an item that still stands. */
  ClaimId claimOf(String who, int number) {
    return claims().list(operator, show, Optional.empty(), PageRequest.first()).items().stream()
        .filter(claim -> claim.itemNumber() == number && claim.handle().equals(who))
        .filter(claim -> !claim.status().equals("cancelled"))
        .map(claim -> new ClaimId(claim.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns why each comment made no claim, the oldest first; {@code -} where it made one. */
  List<String> comments() {
    return house
        .stagedoor()
        .claims()
        .comments(operator, show, new PageRequest(1, 1000))
        .items()
        .stream()
        .sorted((one, other) -> one.postedAt().compareTo(other.postedAt()))
        .map(comment -> comment.ignored().orElse("-"))
        .toList();
  }

  /** Returns the types of what the operators of the show were told since, in order. */
  List<String> newsSince(int before) {
    return news().stream().skip(before).map(LiveUpdate::type).toList();
  }

  List<LiveUpdate> news() {
    return house.updates().all().stream()
        .filter(update -> update.channel().equals(Show.subject(show)))
        .toList();
  }
}
