package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.ChannelEvent.BroadcastChanged;
import dev.stagedoor.domain.channels.ChannelEvent.CommentRemoved;
import dev.stagedoor.domain.channels.ChannelEvent.CommentWritten;
import dev.stagedoor.domain.channels.ChannelEvent.MessageReceived;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in what platforms tell of pages. A comment belongs to workspaces that have its page
 * connected (who merely knows a post's id gets nothing of it), and in each to one of the shows that
 * follow its post: see {@link Show#heardAt}.
 */
public final class CommentIntake {
  private static final Logger LOG = LoggerFactory.getLogger(CommentIntake.class);

  private final IntegrationRepository integrations;
  private final ShowRepository shows;
  private final ContactRepository contacts;
  private final ClaimEngine engine;
  private final Clock clock;

  public CommentIntake(
      IntegrationRepository integrations,
      ShowRepository shows,
      ContactRepository contacts,
      ClaimService claims,
      Clock clock) {
    this.integrations = integrations;
    this.shows = shows;
    this.contacts = contacts;
    this.engine = claims.engine();
    this.clock = clock;
  }

  /** Events about posts and pages that are not ours do nothing. */
  public EventHandler<ChannelEvent> events() {
    return EventHandler.telling(ChannelEvent.class, this::apply);
  }

  private void apply(ChannelEvent event) {
    if (event instanceof CommentWritten written) {
      written(written);
    } else if (event instanceof CommentRemoved removed) {
      removed(removed);
    } else if (event instanceof MessageReceived received) {
      received(received);
    } else if (event instanceof BroadcastChanged changed) {
      // A broadcast that breaks off or ends does not end the sale: operators do.
      LOG.debug("{} is {}", changed.broadcast(), changed.live() ? "live" : "over");
    } else {
      throw new IllegalStateException("nobody handles " + event.getClass());
    }
  }

  private void written(CommentWritten event) {
    for (List<Show> candidates : following(event.page(), event.post())) {
      Show show = Show.heardAt(candidates, event.at());
      var unused = engine.take(show, comment(show, event));
    }
  }

  private ShowComment comment(Show show, CommentWritten event) {
    return new ShowComment(
        show.id(),
        event.comment().value(),
        event.author().map(author -> buyer(author, event.authorName())),
        clip(event.text(), ShowComment.MAX_TEXT),
        event.at(),
        clock.instant(),
        Optional.of(event.page().provider()),
        event.author().filter(event.page()::equals).map(page -> IgnoredWhy.OWN_PAGE));
  }

  private static Buyer buyer(ProviderRef author, Optional<String> name) {
    return new Buyer(
        author.value(),
        name.map(given -> clip(given, Buyer.MAX_LENGTH))
            .filter(given -> !given.isBlank())
            .orElse(author.value()));
  }

  private void removed(CommentRemoved event) {
    for (List<Show> candidates : following(event.page(), event.post())) {
      List<ShowComment> marks = candidates.stream().map(show -> mark(show, event)).toList();
      // When it was written is not told: before it came, it may be for any of them.
      List<ShowComment> known = marks.stream().filter(engine::knows).toList();
      (known.isEmpty() ? marks : known).forEach(this::remove);
    }
  }

  private void remove(ShowComment mark) {
    // One after the other: a buyer's comments stand in for each other when one is removed.
    var unused = shows.lock(mark.show());
    engine.remove(mark);
  }

  private ShowComment mark(Show show, CommentRemoved event) {
    return new ShowComment(
        show.id(),
        event.comment().value(),
        Optional.empty(),
        "",
        event.at(),
        clock.instant(),
        Optional.of(event.page().provider()),
        Optional.of(IgnoredWhy.REMOVED));
  }

  private void received(MessageReceived event) {
    for (WorkspaceId workspace : connectedTo(event.page())) {
      Contact known =
          contacts
              .find(workspace, event.person())
              .orElseGet(
                  () -> new Contact(workspace, event.person(), Optional.empty(), Optional.empty()));
      contacts.save(known.wrote(event.at()));
    }
  }

  /** Returns the shows that follow a post by their workspaces, those that have its page. */
  private Collection<List<Show>> following(ProviderRef page, ProviderRef post) {
    List<Show> found = shows.following(post);
    if (found.isEmpty()) {
      return List.of();
    }
    Set<WorkspaceId> connected = connectedTo(page);
    return found.stream()
        .filter(show -> connected.contains(show.workspace()))
        .collect(Collectors.groupingBy(Show::workspace, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private Set<WorkspaceId> connectedTo(ProviderRef page) {
    return integrations.connectedTo(ShowService.PLATFORM, page.value()).stream()
        .filter(
            integration -> integration.credentials().filter(given -> isOf(page, given)).isPresent())
        .map(Integration::workspace)
        .collect(Collectors.toUnmodifiableSet());
  }

  // The platform that was asked for and the one that answers may differ: a stand-in has pages, too.
  private static boolean isOf(ProviderRef page, Credentials given) {
    return given instanceof Credentials.Page of && of.channel().page().equals(page);
  }

  /** Cuts a text to what can be kept, and not through the middle of a character. */
  private static String clip(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }
}
