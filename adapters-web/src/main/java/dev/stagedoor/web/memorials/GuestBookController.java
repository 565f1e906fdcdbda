package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.GuestBookService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.DataResponse;
import dev.stagedoor.web.json.PageResponse;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The guest book of a memorial. */
@Controller("/api/memorials/{id}/guestbook")
@Tag(name = "Memorials")
class GuestBookController {
  private final GuestBookService guestBooks;

  GuestBookController(GuestBookService guestBooks) {
    this.guestBooks = guestBooks;
  }

  /** Lists approved entries, newest first; those who run the memorial see all. */
  @SecurityRequirement(name = ApiDescription.VISITOR)
  @Get
  PageResponse<GuestBookEntryResponse> list(Actor actor, UUID id, PageRequest page) {
    return PageResponse.from(
        guestBooks.list(actor, new MemorialId(id), page), GuestBookEntryResponse::from);
  }

  /** Takes an entry from anybody who sees the memorial; it is held until it is approved. */
  @SecurityRequirement(name = ApiDescription.VISITOR)
  @Post
  @Status(HttpStatus.ACCEPTED)
  DataResponse<GuestBookEntryResponse> write(
      Actor actor, UUID id, @Body WriteEntryRequest request) {
    Faults faults = new Faults();
    var name = faults.read(() -> Sent.required(request.name(), "name"));
    var message = faults.read(() -> Sent.required(request.message(), "message"));
    faults.refuseAny();
    return DataResponse.of(
        GuestBookEntryResponse.from(
            guestBooks.write(
                actor, new MemorialId(id), name.orElseThrow(), message.orElseThrow())));
  }

  /** Approves or hides an entry. */
  @Patch("/{entryId}")
  DataResponse<GuestBookEntryResponse> moderate(
      Actor actor, UUID id, UUID entryId, @Body ModerateEntryRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        GuestBookEntryResponse.from(
            guestBooks.moderate(
                actor, new MemorialId(id), new GuestBookEntryId(entryId), request.toStatus())));
  }

  /** Removes an entry. */
  @Delete("/{entryId}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(Actor actor, UUID id, UUID entryId) {
    guestBooks.delete(actor, new MemorialId(id), new GuestBookEntryId(entryId));
  }
}
