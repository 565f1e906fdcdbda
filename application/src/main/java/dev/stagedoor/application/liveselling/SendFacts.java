package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.SendPolicy;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Gathers in the open unit of work what is known of a buyer and of the page that would write. */
final class SendFacts {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_COMMENTS = 50;

  private final WorkspaceRepository workspaces;
  private final AccountRepository accounts;
  private final IntegrationRepository repository;
  private final Integrations integrations;
  private final CommentRepository comments;
  private final DeliveryRepository deliveries;
  private final ContactRepository contacts;
  private final Translations translations;
  private final Clock clock;

  SendFacts(
      WorkspaceRepository workspaces,
      AccountRepository accounts,
      IntegrationRepository repository,
      Integrations integrations,
      CommentRepository comments,
      DeliveryRepository deliveries,
      ContactRepository contacts,
      Translations translations,
      Clock clock) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.repository = repository;
    this.integrations = integrations;
    this.comments = comments;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.translations = translations;
    this.clock = clock;
  }

  /**
   * Returns the workspace's page, where it has one that works, and locks it in all workspaces that
   * have it: so that no two count what the page has sent, or answer a comment, at the same time.
   */
  Optional<Channel> lockPage(WorkspaceId workspace) {
    List<WorkspaceId> sharing =
        repository.of(workspace).stream()
            .filter(one -> one.provider().equals(ShowService.PLATFORM))
            .flatMap(one -> one.credentials().stream())
            .filter(Credentials.Page.class::isInstance)
            .map(given -> ((Credentials.Page) given).channel().page().value())
            .flatMap(page -> repository.connectedTo(ShowService.PLATFORM, page).stream())
            .map(Integration::workspace)
            .sorted(Comparator.comparing(id -> id.value().toString()))
            .toList();
    Map<WorkspaceId, Integration> locked = new HashMap<>();
    for (WorkspaceId one : sharing) {
      repository.lock(one, ShowService.PLATFORM).ifPresent(page -> locked.put(one, page));
    }
    return Optional.ofNullable(locked.get(workspace))
        .filter(page -> page.status() == Integration.Status.ACTIVE)
        .flatMap(Integration::credentials)
        .filter(Credentials.Page.class::isInstance)
        .map(given -> ((Credentials.Page) given).channel())
        .filter(integrations::isReached);
  }

  SendPolicy.Facts gather(Show show, Invoice invoice, Optional<Channel> channel) {
    String buyer = invoice.customer().reference();
    Optional<ProviderRef> page = channel.map(Channel::page);
    List<ShowComment> theirs =
        page.map(known -> commentsOf(show, buyer, known)).orElseGet(List::of);
    Set<ProviderRef> answered = deliveries.answered(theirs.stream().map(SendFacts::ref).toList());
    Optional<Contact> contact =
        page.flatMap(known -> contacts.ofBuyer(show.workspace(), buyer).filter(at(known)));
    return new SendPolicy.Facts(
        invoice.page().isPresent(),
        page.isPresent(),
        !theirs.isEmpty(),
        theirs.stream()
            .filter(comment -> !answered.contains(ref(comment)))
            .findFirst()
            .map(comment -> new SendPolicy.OpenComment(ref(comment), comment.postedAt())),
        contact.map(Contact::person),
        contact.flatMap(Contact::lastMessageAt),
        page.map(known -> deliveries.privateReplies(known, clock.instant().minus(HOUR))).orElse(0));
  }

  private static Predicate<Contact> at(ProviderRef page) {
    return contact -> contact.person().provider().equals(page.provider());
  }

  private List<ShowComment> commentsOf(Show show, String buyer, ProviderRef page) {
    return comments.claimingOf(show.id(), buyer, MOST_COMMENTS).stream()
        .filter(comment -> comment.origin().equals(Optional.of(page.provider())))
        .toList();
  }

  private static ProviderRef ref(ShowComment comment) {
    return new ProviderRef(comment.origin().orElseThrow(), comment.id());
  }

  /** Notes that the platform does not take the page's token, where that is what it says. */
  void refused(WorkspaceId workspace, Channel channel, Why why) {
    Optional<IntegrationProblem> problem =
        switch (why) {
          case DISCONNECTED -> Optional.of(IntegrationProblem.REVOKED);
          case NOT_PERMITTED -> Optional.of(IntegrationProblem.NOT_PERMITTED);
          case ALREADY_REPLIED, WINDOW_CLOSED, UNREACHABLE, BLOCKED, OTHER -> Optional.empty();
        };
    if (problem.isPresent()) {
      repository
          .lock(workspace, ShowService.PLATFORM)
          .ifPresent(page -> integrations.heard(page, new Credentials.Page(channel), problem));
    }
  }

  /**
   * Returns what the buyer reads, in the language of who opened the workspace and sells in it; of
   * buyers no language is known.
   */
  String text(Show show, Invoice invoice) {
    return translations.text(
        language(show.workspace()),
        "direct_messages.checkout",
        Map.of(
            "name", invoice.customer().name(),
            "show", show.name(),
            "url", invoice.page().map(URI::toString).orElseThrow()));
  }

  private Language language(WorkspaceId id) {
    Workspace workspace = workspaces.find(id).orElseThrow(DomainException::notFound);
    return workspace.operators().stream()
        .findFirst()
        .flatMap(accounts::find)
        .map(Account::language)
        .orElse(Language.EN);
  }
}
