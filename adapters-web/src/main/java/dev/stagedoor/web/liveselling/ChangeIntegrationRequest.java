package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to change of an integration. */
@Serdeable
public record ChangeIntegrationRequest(
    @Nullable UUID workspaceId, @Nullable SettingsRequest settings) {
  ChangeSettings toCommand() {
    return Sent.required(settings, "settings").toCommand();
  }
}
