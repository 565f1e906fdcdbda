package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.DataResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** The streams of a memorial: all for those who run it, the visible ones for its visitors. */
@Controller("/api/memorials/{id}")
@Tag(name = "Memorials")
class MemorialStreamController {
  private final MemorialStreamService streams;

  MemorialStreamController(MemorialStreamService streams) {
    this.streams = streams;
  }

  /** Lists the streams of a memorial for those who run it. */
  @Get("/streams")
  DataResponse<List<StreamResponse>> all(Actor actor, UUID id) {
    return DataResponse.of(
        streams.list(actor, new MemorialId(id)).stream().map(StreamResponse::from).toList());
  }

  /** Tells what the visible streams are doing now. */
  @SecurityRequirement(name = ApiDescription.VISITOR)
  @Get("/streams/status")
  DataResponse<List<VisibleStreamResponse>> visible(Actor actor, UUID id) {
    return DataResponse.of(
        streams.visible(actor, new MemorialId(id)).stream()
            .map(VisibleStreamResponse::from)
            .toList());
  }

  /** Lists what was broadcast and is over. */
  @SecurityRequirement(name = ApiDescription.VISITOR)
  @Get("/archive")
  DataResponse<List<ArchiveEntryResponse>> archive(Actor actor, UUID id) {
    return DataResponse.of(
        streams.archive(actor, new MemorialId(id)).stream()
            .map(ArchiveEntryResponse::from)
            .toList());
  }
}
