package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.util.Optional;

/**
 * A profile to be made.
 *
 * @param pin what it opens with, where it does not open for all
 */
public record NewProfile(ViewerProfile.Look look, Optional<Secret> pin) {}
