package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.video.Input;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** What encoders do. */
@Controller("/sandbox/live-inputs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LiveInputControls {
  private final Sandbox sandbox;

  LiveInputControls(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @Get
  LiveInputsResponse list(@QueryValue(defaultValue = "50") int limit) {
    List<Input> inputs = sandbox.video().newest(Limit.of(limit));
    return new LiveInputsResponse(inputs.stream().map(this::response).toList());
  }

  @Post("/connect")
  LiveInputResponse connect(@Body StreamKeyRequest request) {
    return answer(sandbox.encoder().connect(request.secret()));
  }

  @Post("/disconnect")
  LiveInputResponse disconnect(@Body StreamKeyRequest request) {
    return answer(sandbox.encoder().disconnect(request.secret()));
  }

  private LiveInputResponse answer(Optional<Input> input) {
    return input
        .map(this::response)
        .orElseThrow(
            () ->
                ControlRefusal.of(
                    HttpStatus.FORBIDDEN,
                    "STREAM_KEY_REFUSED",
                    "No live input takes this stream key now."));
  }

  private LiveInputResponse response(Input input) {
    return LiveInputResponse.from(
        input,
        sandbox.video().viewers(input),
        input.broadcasts().stream()
            .filter(broadcast -> !broadcast.isRunning())
            .map(
                broadcast ->
                    new LiveInputResponse.Recording(
                        broadcast.recording(),
                        sandbox.video().isRecorded(broadcast),
                        LiveInputResponse.path(broadcast.recording())))
            .toList());
  }
}
