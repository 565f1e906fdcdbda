package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.WorkspaceService;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the workspace a page is about: the one its address names, else the one that was chosen
 * last, which a cookie remembers, else the newest.
 */
@Singleton
final class Workspaces {
  private static final String NAME = "workspace";
  private static final String PARAMETER = "workspaceId";
  private static final Duration LIFE = Duration.ofDays(365);
  private static final int MOST = 200;

  private final WorkspaceService workspaces;

  Workspaces(WorkspaceService workspaces) {
    this.workspaces = workspaces;
  }

  /** Returns the workspace that is meant; empty when there is none yet. */
  Optional<Chosen> meant(Actor actor, HttpRequest<?> request) {
    List<WorkspaceView> all = workspaces.list(actor, new PageRequest(1, MOST)).items();
    Optional<String> named = Optional.ofNullable(request.getParameters().get(PARAMETER));
    if (named.isPresent()) {
      UUID id = id(named.get()).orElseThrow(DomainException::notFound);
      return Optional.of(
          one(id, all)
              .map(workspace -> new Chosen(workspace, all))
              .orElseGet(() -> beyond(all, workspaces.get(actor, new WorkspaceId(id)))));
    }
    Optional<UUID> last =
        request.getCookies().findCookie(NAME).map(Cookie::getValue).flatMap(Workspaces::id);
    return last.flatMap(id -> one(id, all))
        .or(() -> all.stream().findFirst())
        .map(workspace -> new Chosen(workspace, all));
  }

  /** Returns the workspace that is meant. Without any there is nothing to be about. */
  Chosen mustBeMeant(Actor actor, HttpRequest<?> request) {
    return meant(actor, request).orElseThrow(DomainException::notFound);
  }

  /** Remembers the workspace for the pages that come. */
  static HttpResponse<String> keep(MutableHttpResponse<String> page, UUID workspace) {
    return page.cookie(
        Cookie.of(NAME, workspace.toString()).path("/").sameSite(SameSite.Lax).maxAge(LIFE));
  }

  private static Optional<WorkspaceView> one(UUID id, List<WorkspaceView> all) {
    return all.stream().filter(workspace -> workspace.id().equals(id)).findFirst();
  }

  /** Chooses a workspace that is not among the first. */
  private static Chosen beyond(List<WorkspaceView> first, WorkspaceView workspace) {
    List<WorkspaceView> more = new ArrayList<>(first);
    more.add(0, workspace);
    return new Chosen(workspace, more);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
