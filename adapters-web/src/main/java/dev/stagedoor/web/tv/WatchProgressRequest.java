package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.TellProgress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is, as a device tells it.
 *
 * @param clientTime when that was so, by the device's clock; without it, now
 * @param sentAt what the device's clock shows now, where it may be wrong
 */
@Serdeable
public record WatchProgressRequest(
    @JsonProperty("item_id") @Nullable String itemId,
    @JsonProperty("item_type") @Nullable String itemType,
    @JsonProperty("progress_seconds") @Nullable Integer progressSeconds,
    @JsonProperty("duration_seconds") @Nullable Integer durationSeconds,
    @JsonProperty("client_time") @Nullable String clientTime,
    @JsonProperty("sent_at") @Nullable String sentAt,
    @JsonProperty("device_id") @Nullable String deviceId) {
  TellProgress toCommand() {
    Faults faults = new Faults();
    var at = faults.read(() -> Sent.instant(clientTime, "clientTime"));
    var sent = faults.read(() -> Sent.instant(sentAt, "sentAt"));
    var item = faults.read(() -> Sent.required(itemId, "itemId"));
    var seconds = faults.read(() -> Sent.required(progressSeconds, "progressSeconds"));
    faults.refuseAny();
    return new TellProgress(
        item.orElseThrow(),
        Wanted.text(itemType),
        seconds.orElseThrow(),
        Optional.ofNullable(durationSeconds),
        at.orElseThrow(),
        sent.orElseThrow(),
        Sent.text(deviceId).strip());
  }
}
