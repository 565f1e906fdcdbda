package dev.stagedoor.web.memorials;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.json.DataPageResponse;
import dev.stagedoor.web.json.DataResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Shows, lists, creates and changes memorials for those who run them. */
@Controller("/api")
@Tag(name = "Memorials")
class MemorialController {
  private final MemorialService memorials;
  private final DirectorService directors;
  private final BookingService bookings;
  private final Settings settings;

  MemorialController(
      MemorialService memorials,
      DirectorService directors,
      BookingService bookings,
      Settings settings) {
    this.memorials = memorials;
    this.directors = directors;
    this.bookings = bookings;
    this.settings = settings;
  }

  /** Creates a memorial for a family, which is invited or told. For approved directors. */
  @Post("/funeral-director/create-memorial")
  @Status(HttpStatus.CREATED)
  CreatedMemorialResponse create(
      Actor actor, Language language, @Body CreateMemorialRequest request) {
    actor.mustBeSignedIn();
    return CreatedMemorialResponse.from(
        MemorialResponse.from(
            directors.createMemorial(actor, request.toCommand(language)), settings));
  }

  /** Lists the memorials the caller owns or directs, newest first. */
  @Get("/memorials")
  DataPageResponse<MemorialResponse> mine(Actor actor, PageRequest page) {
    return DataPageResponse.from(
        memorials.mine(actor, page), one -> MemorialResponse.from(one, settings));
  }

  /** Returns a memorial to somebody who runs it. */
  @Get("/memorials/{id}")
  DataResponse<MemorialResponse> get(Actor actor, UUID id) {
    return DataResponse.of(
        MemorialResponse.from(memorials.get(actor, new MemorialId(id)), settings));
  }

  /** Changes what is sent; refused when the memorial was changed since the version sent. */
  @Patch("/memorials/{id}")
  DataResponse<MemorialResponse> change(Actor actor, UUID id, @Body ChangeMemorialRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        MemorialResponse.from(
            memorials.change(actor, new MemorialId(id), request.toChange()), settings));
  }

  /** Returns what the calculator begins with: what was chosen, and what everything costs. */
  @Get("/memorials/{id}/config")
  DataResponse<ConfigResponse> config(Actor actor, UUID id) {
    return DataResponse.of(ConfigResponse.from(bookings.schedule(actor, new MemorialId(id))));
  }
}
