package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows: planned, live, ended. */
public final class ShowService {
  /** The platform whose posts shows follow, by the name it is connected under. */
  static final ProviderId PLATFORM = new ProviderId("facebook");

  private static final int LONGEST_POST = 255;

  private final UnitOfWork work;
  private final WorkspaceService workspaces;
  private final IntegrationRepository integrations;
  private final ShowRepository shows;
  private final WorkspaceQueries queries;
  private final ChannelProviders channels;
  private final ShowNews news;
  private final Clock clock;
  private final Ids ids;

  public ShowService(
      UnitOfWork work,
      WorkspaceService workspaces,
      IntegrationRepository integrations,
      ShowRepository shows,
      WorkspaceQueries queries,
      ChannelProviders channels,
      LiveUpdates updates,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.workspaces = workspaces;
    this.integrations = integrations;
    this.shows = shows;
    this.queries = queries;
    this.channels = channels;
    this.news = new ShowNews(updates);
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Plans a show in a workspace. It sells in the currency that the payment provider in use is set
   * to, else in the workspace's.
   */
  public ShowView create(
      Actor actor, Optional<WorkspaceId> workspace, String name, Optional<String> platformPostId) {
    return work.write(
        () -> {
          Workspace in = workspaces.meantBy(actor, workspace);
          Show show =
              Show.plan(
                  new ShowId(ids.next()),
                  in.id(),
                  name,
                  currency(in),
                  platformPostId.flatMap(this::post),
                  clock.instant());
          shows.save(show);
          return ShowView.of(show);
        });
  }

  private Currency currency(Workspace workspace) {
    return integrations.of(workspace.id()).stream()
        .filter(ShowService::isForPayments)
        .sorted(Comparator.comparing(ShowService::connectedAt))
        .limit(workspace.plan().paymentProviders())
        .flatMap(integration -> integration.settings().currency().stream())
        .findFirst()
        .orElseGet(workspace::currency);
  }

  private static boolean isForPayments(Integration integration) {
    return integration.credentials().filter(Credentials.Billing.class::isInstance).isPresent();
  }

  private static Instant connectedAt(Integration integration) {
    return integration.connectedAt().orElseGet(integration::createdAt);
  }

  private Optional<ProviderRef> post(String id) {
    String stripped = id.strip();
    if (stripped.length() > LONGEST_POST) {
      throw DomainException.invalid(Fault.longerThan("platformPostId", LONGEST_POST));
    }
    return stripped.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProviderRef(
                channels.named(PLATFORM).map(ChannelProvider::id).orElse(PLATFORM), stripped));
  }

  /** Lists a workspace's shows, the newest first. */
  public Page<ShowView> list(Actor actor, Optional<WorkspaceId> workspace, PageRequest page) {
    return work.read(() -> queries.shows(workspaces.meantBy(actor, workspace).id(), page));
  }

  /** Returns a show to its operators. */
  public ShowView get(Actor actor, ShowId id) {
    return work.read(() -> ShowView.of(operated(actor, id)));
  }

  /**
   * Changes what is given; a blank post means none.
   *
   * @throws DomainException {@code POST_FOLLOWED} when another show is live on the post
   */
  public ShowView change(
      Actor actor, ShowId id, Optional<String> name, Optional<String> platformPostId) {
    return change(
        actor,
        id,
        show -> {
          name.ifPresent(show::rename);
          platformPostId.map(this::post).ifPresent(show::follow);
        });
  }

  /**
   * Begins; idempotent until it has ended.
   *
   * @throws DomainException {@code SHOW_STATUS}, {@code POST_FOLLOWED}
   */
  public ShowView start(Actor actor, ShowId id) {
    return change(actor, id, show -> show.start(clock.instant()));
  }

  /** Ends; idempotent. */
  public ShowView end(Actor actor, ShowId id) {
    return change(actor, id, show -> show.end(clock.instant()));
  }

  private ShowView change(Actor actor, ShowId id, Consumer<Show> change) {
    return work.write(
        () -> {
          Show show = lock(actor, id);
          Show.Snapshot before = show.snapshot();
          change.accept(show);
          if (!show.snapshot().equals(before)) {
            if (isLiveElsewhere(before, show)) {
              mustFollowAlone(actor, show);
            }
            shows.save(show);
            news.changed(show);
          }
          return ShowView.of(show);
        });
  }

  /** Tells whether a show is live now on a post on which it was not before. */
  private static boolean isLiveElsewhere(Show.Snapshot before, Show show) {
    return show.status() == Show.Status.LIVE
        && (before.startedAt() == null || !Optional.ofNullable(before.post()).equals(show.post()));
  }

  private void mustFollowAlone(Actor actor, Show show) {
    // One after the other: of two that begin at once, neither is live yet.
    var unused = workspaces.lock(actor, show.workspace());
    show.post().map(shows::following).orElse(List.of()).stream()
        .filter(other -> other.workspace().equals(show.workspace()))
        .filter(other -> other.status() == Show.Status.LIVE && !other.id().equals(show.id()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new DomainException(
                  LiveSellingError.POST_FOLLOWED, Map.of("showId", other.id().value().toString()));
            });
  }

  /** Returns a show to its operators, in the open unit of work. */
  Show operated(Actor actor, ShowId id) {
    actor.mustBeSignedIn();
    Show show = shows.find(id).orElseThrow(DomainException::notFound);
    var unused = workspaces.operated(actor, show.workspace());
    return show;
  }

  /** Returns and locks a show for its operators, in the open unit of work. */
  Show lock(Actor actor, ShowId id) {
    var unused = operated(actor, id);
    return shows.lock(id).orElseThrow(DomainException::notFound);
  }
}
