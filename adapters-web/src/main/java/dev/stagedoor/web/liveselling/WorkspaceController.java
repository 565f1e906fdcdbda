package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.WorkspaceService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/** Workspaces and who operates them. */
@Controller("/api/workspaces")
@Tag(name = "Live selling")
class WorkspaceController {

  private final WorkspaceService workspaces;

  WorkspaceController(WorkspaceService workspaces) {
    this.workspaces = workspaces;
  }

  /** Opens a workspace on the free plan; the caller operates it. */
  @Post
  @Status(HttpStatus.CREATED)
  WorkspaceResponse create(Actor actor, @Body NewWorkspaceRequest request) {
    actor.mustBeSignedIn();
    Faults faults = new Faults();
    var name = faults.read(() -> Sent.required(request.name(), "name"));
    var currency = faults.read(() -> Sent.currency(request.currency(), "currency"));
    faults.refuseAny();
    return WorkspaceResponse.from(
        workspaces.create(actor, name.orElseThrow(), currency.orElseThrow()));
  }

  /** Lists the workspaces the caller operates; an admin sees all. */
  @Get
  WorkspacesResponse list(Actor actor, PageRequest page) {
    return WorkspacesResponse.from(workspaces.list(actor, page));
  }

  /** Returns a workspace to its operators. */
  @Get("/{id}")
  WorkspaceResponse get(Actor actor, UUID id) {
    return WorkspaceResponse.from(workspaces.get(actor, new WorkspaceId(id)));
  }

  /** Changes what is sent; only admins change the plan. */
  @Patch("/{id}")
  WorkspaceResponse change(Actor actor, UUID id, @Body ChangeWorkspaceRequest request) {
    actor.mustBeSignedIn();
    Faults faults = new Faults();
    var currency = faults.read(() -> Sent.currency(request.currency(), "currency"));
    var plan = faults.read(() -> Optional.ofNullable(request.plan()).map(Plan::parse));
    faults.refuseAny();
    return WorkspaceResponse.from(
        workspaces.change(
            actor,
            new WorkspaceId(id),
            Optional.ofNullable(request.name()),
            currency.orElseThrow(),
            plan.orElseThrow()));
  }

  /** Lets somebody operate the workspace; whoever has no account is invited. */
  @Post("/{id}/members")
  @Status(HttpStatus.CREATED)
  WorkspaceResponse add(Actor actor, Language language, UUID id, @Body AddMemberRequest request) {
    actor.mustBeSignedIn();
    EmailAddress email = new EmailAddress(Sent.required(request.email(), "email"));
    return WorkspaceResponse.from(
        workspaces.addMember(actor, new WorkspaceId(id), email, language));
  }

  /** Takes somebody out of the workspace; one operator stays. */
  @Delete("/{id}/members/{userId}")
  WorkspaceResponse remove(Actor actor, UUID id, UUID userId) {
    return WorkspaceResponse.from(
        workspaces.removeMember(actor, new WorkspaceId(id), new UserId(userId)));
  }
}
