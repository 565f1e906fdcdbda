package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.DataResponse;
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

/** Plans, runs and watches single streams. */
@Controller("/api/streams")
@Tag(name = "Memorials")
class StreamController {
  private final MemorialStreamService streams;

  StreamController(MemorialStreamService streams) {
    this.streams = streams;
  }

  /** Plans a stream of a memorial, with credentials. */
  @Post
  @Status(HttpStatus.CREATED)
  DataResponse<StreamResponse> create(Actor actor, @Body CreateStreamRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        StreamResponse.from(streams.create(actor, request.memorial(), request.toDetails())));
  }

  /** Returns a stream to those who run it. */
  @Get("/{id}")
  DataResponse<StreamResponse> get(Actor actor, UUID id) {
    return DataResponse.of(StreamResponse.from(streams.get(actor, new LiveStreamId(id))));
  }

  /** Changes a stream in parts. */
  @Patch("/{id}")
  DataResponse<StreamResponse> change(Actor actor, UUID id, @Body ChangeStreamRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        StreamResponse.from(streams.change(actor, new LiveStreamId(id), request.toChange())));
  }

  /** Takes a stream away; one that is live must be stopped first. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, UUID id) {
    streams.remove(actor, new LiveStreamId(id));
  }

  /** Lets the encoder connect. */
  @Post("/{id}/start")
  StartedStreamResponse start(Actor actor, UUID id) {
    return StartedStreamResponse.from(streams.start(actor, new LiveStreamId(id)));
  }

  /** Ends the broadcast for good. */
  @Post("/{id}/stop")
  StoppedStreamResponse stop(Actor actor, UUID id) {
    return StoppedStreamResponse.from(streams.stop(actor, new LiveStreamId(id)));
  }

  /** Tells the state of a stream to anybody who may see it. */
  @SecurityRequirement(name = ApiDescription.VISITOR)
  @Get("/{id}/status")
  StreamStatusResponse status(Actor actor, UUID id) {
    return StreamStatusResponse.from(streams.status(actor, new LiveStreamId(id)));
  }

  /** Asks the provider for recordings now. */
  @Post("/{id}/recordings")
  RecordingsResponse recordings(Actor actor, UUID id) {
    return RecordingsResponse.from(streams.checkRecordings(actor, new LiveStreamId(id)));
  }

  /** Tells what up to 100 streams are doing; those the caller may not see are left out. */
  @SecurityRequirement(name = ApiDescription.VISITOR)
  @Post("/batch-status")
  StreamStatusesResponse statuses(Actor actor, @Body BatchStatusRequest request) {
    return StreamStatusesResponse.from(streams.statuses(actor, request.toIds()));
  }
}
