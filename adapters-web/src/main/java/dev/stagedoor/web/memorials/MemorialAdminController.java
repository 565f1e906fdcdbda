package dev.stagedoor.web.memorials;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.web.json.PageResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What admins do: find any memorial, approve and reject funeral directors. */
@Controller("/api/admin")
@Tag(name = "Memorials")
class MemorialAdminController {
  private final MemorialService memorials;
  private final DirectorService directors;
  private final Settings settings;

  MemorialAdminController(MemorialService memorials, DirectorService directors, Settings settings) {
    this.memorials = memorials;
    this.directors = directors;
    this.settings = settings;
  }

  /** Lists all memorials, newest first, those whose name or address contains the search. */
  @Get("/memorials")
  PageResponse<MemorialResponse> memorials(
      Actor actor, @QueryValue(defaultValue = "") String search, PageRequest page) {
    return PageResponse.from(
        memorials.all(actor, search.strip(), page), one -> MemorialResponse.from(one, settings));
  }

  /** Lists funeral directors, oldest first, all or those of one status. */
  @Get("/funeral-directors")
  PageResponse<DirectorResponse> directors(
      Actor actor, @QueryValue(defaultValue = "") String status, PageRequest page) {
    actor.mustBeAdmin();
    Optional<FuneralDirector.Status> wanted =
        Optional.of(status).filter(code -> !code.isBlank()).map(MemorialAdminController::read);
    return PageResponse.from(directors.list(actor, wanted, page), DirectorResponse::from);
  }

  /** Approves a funeral director. */
  @Post("/funeral-directors/{userId}/approve")
  @Status(HttpStatus.NO_CONTENT)
  void approve(Actor actor, UUID userId) {
    directors.decide(actor, new UserId(userId), FuneralDirector.Status.APPROVED);
  }

  /** Rejects a funeral director. */
  @Post("/funeral-directors/{userId}/reject")
  @Status(HttpStatus.NO_CONTENT)
  void reject(Actor actor, UUID userId) {
    directors.decide(actor, new UserId(userId), FuneralDirector.Status.REJECTED);
  }

  private static FuneralDirector.Status read(String code) {
    return Stream.of(FuneralDirector.Status.values())
        .filter(status -> status.code().equals(code))
        .findFirst()
        .orElseThrow(() -> DomainException.invalid("status", "choice"));
  }
}
