package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** What a workspace gives so that comments of its page are read and answered. */
public record ConnectPage(String pageId, Secret accessToken, Optional<String> displayName) {}
