package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes and runs live inputs at Cloudflare. */
final class CloudflareLiveIngest implements LiveIngest {
  static final String META_STREAM = "stagedoorStream";

  private static final String ALL = "/live_inputs";
  private static final String ONE = "/live_inputs/{}";
  private static final int CONFLICT = 409;
  private static final List<String> KEPT =
      List.of(
          "meta", "recording", "defaultCreator", "deleteRecordingAfterDays", "preferLowLatency");

  private final CloudflareApi api;
  private final CloudflareAddresses addresses;
  private final CloudflareViewers viewers;
  private final CloudflareConfig config;
  private final Clock clock;

  CloudflareLiveIngest(
      CloudflareApi api,
      CloudflareAddresses addresses,
      CloudflareViewers viewers,
      CloudflareConfig config,
      Clock clock) {
    this.api = api;
    this.addresses = addresses;
    this.viewers = viewers;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public LiveInput create(NewLiveInput wanted) {
    // Cloudflare forgets keys after six hours, and would make a second input then.
    return find(wanted).orElseGet(() -> make(wanted));
  }

  private Optional<LiveInput> find(NewLiveInput wanted) {
    Answer answer = api.get("live_input.list", ALL).send();
    Optional<String> uid = CloudflareApi.result(answer, list -> uidOf(list, wanted));
    return uid.flatMap(this::read);
  }

  private static Optional<String> uidOf(JsonNode list, NewLiveInput wanted) {
    if (!list.path("liveInputs").isArray()) {
      throw new IllegalArgumentException("no list of live inputs");
    }
    String stream = wanted.stream().value().toString();
    for (JsonNode input : list.path("liveInputs")) {
      if (input.path("meta").path(META_STREAM).asText().equals(stream)) {
        return Optional.of(CloudflareFields.mustHave(input, "uid"));
      }
    }
    return Optional.empty();
  }

  // Lists are without credentials.
  private Optional<LiveInput> read(String uid) {
    Answer answer = api.get("live_input.read", ONE, uid).expecting(CloudflareApi.NOT_FOUND).send();
    return answer.status() == CloudflareApi.NOT_FOUND
        ? Optional.empty()
        : Optional.of(made(answer));
  }

  private LiveInput made(Answer answer) {
    return CloudflareApi.result(answer, body -> CloudflareInput.of(body).toLiveInput(addresses));
  }

  private LiveInput make(NewLiveInput wanted) {
    Answer answer =
        api.post("live_input.create", ALL)
            .idempotencyKey("Idempotency-Key", wanted.key().value())
            .json(request(wanted))
            .expecting(CONFLICT)
            .send();
    if (answer.status() == CONFLICT) {
      throw refused(answer);
    }
    return made(answer);
  }

  /** Says that there will be no input only where Cloudflare says that it was deleted. */
  private static ProviderException refused(Answer answer) {
    String why = answer.json().path("errors").path(0).path("message").asText();
    return why.toLowerCase(Locale.ROOT).contains("delete")
        ? new ProviderException(
            Cloudflare.ID,
            ProviderException.Kind.REJECTED,
            "the live input of this key was deleted")
        : answer.unreadable("a conflict, and whether there is an input is not known");
  }

  private ObjectNode request(NewLiveInput wanted) {
    ObjectNode request = Json.object();
    request
        .putObject("meta")
        .put("name", wanted.title())
        .put(META_STREAM, wanted.stream().value().toString());
    // Without recording there is no HLS either.
    ObjectNode recording =
        request
            .putObject("recording")
            .put("mode", "automatic")
            .put("requireSignedURLs", config.live().requireSignedUrls());
    ArrayNode origins = recording.putArray("allowedOrigins");
    config.allowedOrigins().forEach(origins::add);
    config
        .live()
        .deleteRecordingAfterDays()
        .ifPresent(days -> request.put("deleteRecordingAfterDays", days));
    return request;
  }

  @Override
  public void enable(ProviderRef input) {
    Answer found = api.get("live_input.read", ONE, input.value()).send();
    check(update(found, true).send());
  }

  @Override
  public void disable(ProviderRef input) {
    Answer found =
        api.get("live_input.read", ONE, input.value()).expecting(CloudflareApi.NOT_FOUND).send();
    if (found.status() != CloudflareApi.NOT_FOUND) {
      Answer changed = update(found, false).expecting(CloudflareApi.NOT_FOUND).send();
      if (changed.status() != CloudflareApi.NOT_FOUND) {
        check(changed);
      }
    }
  }

  /** Sends everything with the one change: that the rest stays when it is left out nobody says. */
  private ProviderRequest update(Answer found, boolean isEnabled) {
    CloudflareInput input = CloudflareApi.result(found, CloudflareInput::of);
    ObjectNode request = Json.object().put("enabled", isEnabled);
    for (String member : KEPT) {
      if (input.body().hasNonNull(member)) {
        request.set(member, input.body().path(member));
      }
    }
    return api.put("live_input.update", ONE, input.uid()).json(request);
  }

  private static void check(Answer changed) {
    CloudflareInput unused = CloudflareApi.result(changed, CloudflareInput::of);
  }

  @Override
  public void delete(ProviderRef input) {
    api.delete("live_input.delete", ONE, input.value());
  }

  @Override
  public IngestState state(ProviderRef input) {
    Instant now = clock.instant();
    Answer answer = api.get("live_input.read", ONE, input.value()).send();
    CloudflareInput found = CloudflareApi.result(answer, CloudflareInput::of);
    CloudflareConnection connection =
        CloudflareApi.result(answer, body -> CloudflareConnection.of(body.path("status")));
    Optional<Instant> since = connection.connectedSince(now);
    OptionalLong watching =
        since.isEmpty()
            ? OptionalLong.of(0)
            : found.place(addresses).map(viewers::of).orElse(OptionalLong.empty());
    return new IngestState(since, connection.disconnectedAt(), watching);
  }
}
