package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.messaging.Mail;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspaces and who operates them. */
public final class WorkspaceService {
  private static final Currency USUAL_CURRENCY = Currency.getInstance("USD");

  private final UnitOfWork work;
  private final WorkspaceRepository workspaces;
  private final WorkspaceQueries queries;
  private final RegistrationService registrations;
  private final AccountLinkService links;
  private final Mailer mailer;
  private final LiveUpdates updates;
  private final Settings settings;
  private final Clock clock;
  private final Ids ids;

  public WorkspaceService(
      UnitOfWork work,
      WorkspaceRepository workspaces,
      WorkspaceQueries queries,
      RegistrationService registrations,
      AccountLinkService links,
      Mailer mailer,
      LiveUpdates updates,
      Settings settings,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.workspaces = workspaces;
    this.queries = queries;
    this.registrations = registrations;
    this.links = links;
    this.mailer = mailer;
    this.updates = updates;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  /** Opens a workspace on the free plan; the caller is its first operator. */
  public WorkspaceView create(Actor actor, String name, Optional<Currency> currency) {
    UserId operator = actor.userId();
    return work.write(
        () -> {
          Workspace workspace =
              Workspace.open(
                  new WorkspaceId(ids.next()),
                  name,
                  currency.orElse(USUAL_CURRENCY),
                  operator,
                  clock.instant());
          workspaces.save(workspace);
          return view(workspace.id());
        });
  }

  /** Lists the workspaces somebody operates; an admin sees all. */
  public Page<WorkspaceView> list(Actor actor, PageRequest page) {
    Optional<UserId> operator = actor.isAdmin() ? Optional.empty() : Optional.of(actor.userId());
    return work.read(() -> queries.workspaces(operator, page));
  }

  /** Returns a workspace to its operators. */
  public WorkspaceView get(Actor actor, WorkspaceId id) {
    return work.read(() -> view(operated(actor, id).id()));
  }

  /** Changes what is given; a plan is changed by admins alone. */
  public WorkspaceView change(
      Actor actor,
      WorkspaceId id,
      Optional<String> name,
      Optional<Currency> currency,
      Optional<Plan> plan) {
    actor.mustBeSignedIn();
    return work.write(
        () -> {
          Workspace workspace = lock(actor, id);
          if (plan.isPresent()) {
            actor.mustBeAdmin();
          }
          name.ifPresent(workspace::rename);
          currency.ifPresent(workspace::sellIn);
          plan.ifPresent(workspace::changePlan);
          workspaces.save(workspace);
          tell(workspace);
          return view(id);
        });
  }

  private void tell(Workspace workspace) {
    updates.publish(
        new LiveUpdate(
            Workspace.subject(workspace.id()),
            "workspace.changed",
            Map.of(
                "workspace",
                Map.of(
                    "id", workspace.id().value().toString(),
                    "name", workspace.name(),
                    "currency", workspace.currency().getCurrencyCode(),
                    "plan", workspace.plan().code()))));
  }

  /** Lets somebody operate a workspace; whoever has no account is invited to make one. */
  public WorkspaceView addMember(
      Actor actor, WorkspaceId id, EmailAddress email, Language language) {
    var unused = work.read(() -> operated(actor, id));
    NewAccount account =
        new NewAccount(
            email,
            Optional.empty(),
            PersonName.parse(email.value().substring(0, email.value().indexOf('@'))),
            Role.USER,
            IdentityClaims.of(Role.USER),
            language);
    // Whether the caller operates it may have changed while the member's identity was made.
    return registrations.invite(account, found -> add(lock(actor, id), found));
  }

  private WorkspaceView add(Workspace workspace, RegistrationService.Invited found) {
    Account member = found.account();
    boolean isNew = !workspace.operators().contains(member.id());
    workspace.add(member.id());
    workspaces.save(workspace);
    Map<String, String> arguments =
        Map.of("name", member.name().display(), "workspace", workspace.name());
    if (found.needsInvitation()) {
      links.invite(member, "workspace_invitation", arguments);
    } else if (isNew) {
      mailer.send(
          member.email(),
          member.language(),
          new Mail("workspace_joined", arguments, Optional.of(settings.link("/shows"))));
    }
    return view(workspace.id());
  }

  /** Takes an operator out. */
  public WorkspaceView removeMember(Actor actor, WorkspaceId id, UserId member) {
    actor.mustBeSignedIn();
    return work.write(
        () -> {
          Workspace workspace = lock(actor, id);
          workspace.remove(member);
          workspaces.save(workspace);
          return view(id);
        });
  }

  /**
   * Returns the workspace that is meant: the one named, or the only one the caller operates.
   *
   * @throws DomainException {@code NOT_FOUND}; {@code NO_WORKSPACE} when there is none yet; {@code
   *     WORKSPACE_REQUIRED} when it must be named
   */
  public WorkspaceId meant(Actor actor, Optional<WorkspaceId> named) {
    return work.read(() -> meantBy(actor, named).id());
  }

  /** Returns the workspace that is meant, in the open unit of work. */
  Workspace meantBy(Actor actor, Optional<WorkspaceId> named) {
    actor.mustBeSignedIn();
    if (named.isPresent()) {
      return operated(actor, named.get());
    }
    List<Workspace> own = actor.user().map(workspaces::operatedBy).orElse(List.of());
    if (own.isEmpty() && !actor.isAdmin()) {
      throw new DomainException(LiveSellingError.NO_WORKSPACE);
    }
    if (own.size() != 1) {
      throw new DomainException(LiveSellingError.WORKSPACE_REQUIRED);
    }
    return own.get(0);
  }

  /** Returns a workspace to its operators, in the open unit of work. */
  Workspace operated(Actor actor, WorkspaceId id) {
    actor.mustBeSignedIn();
    Workspace workspace = workspaces.find(id).orElseThrow(DomainException::notFound);
    workspace.mustBeOperatedBy(actor);
    return workspace;
  }

  /** Returns and locks a workspace for its operators, in the open unit of work. */
  Workspace lock(Actor actor, WorkspaceId id) {
    Workspace workspace = workspaces.lock(id).orElseThrow(DomainException::notFound);
    workspace.mustBeOperatedBy(actor);
    return workspace;
  }

  private WorkspaceView view(WorkspaceId id) {
    return queries.workspace(id).orElseThrow(DomainException::notFound);
  }
}
