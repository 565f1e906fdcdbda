package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a memorial, begun on a version; what is absent stays, a blank imageUrl removes it.
 */
@Serdeable
public record ChangeMemorialRequest(
    @Nullable String lovedOneName,
    @Nullable String customText,
    @Nullable String imageUrl,
    @Nullable Boolean isPublic,
    @Nullable Long version) {
  MemorialService.Change toChange() {
    return new MemorialService.Change(
        Optional.ofNullable(lovedOneName),
        Optional.ofNullable(customText),
        Optional.ofNullable(imageUrl),
        Optional.ofNullable(isPublic),
        Sent.required(version, "version"));
  }
}
