package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.bootstrap.config.EncryptionConfig;
import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.bootstrap.config.StagedoorConfig;
import dev.stagedoor.providers.localauth.LocalAuthConfig;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import io.micronaut.context.annotation.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses to start in production with anything that is only there to try things out. */
@Context
final class ProductionGuard {
  ProductionGuard(
      StagedoorConfig server,
      EncryptionConfig encryption,
      Optional<LocalAuthConfig> localAuth,
      Optional<SandboxSettings> sandbox) {
    if (!server.isProduction()) {
      return;
    }
    List<String> problems = new ArrayList<>();
    if (sandbox.isPresent()) {
      problems.add("the sandbox is on (stagedoor.sandbox.enabled must be false)");
    }
    if (server.demo()) {
      problems.add("stagedoor.demo makes accounts whose passwords everybody knows");
    }
    if (encryption.isDevelopmentKeyActive()) {
      problems.add("stagedoor.encryption.active-key names the development key");
    }
    if (localAuth.map(LocalAuthConfig::usesDevelopmentKey).orElse(false)) {
      problems.add("stagedoor.auth.local.signing-key is the development key");
    }
    if (!"https".equals(server.publicUrl().getScheme())) {
      problems.add("stagedoor.public-url is not https");
    }
    if (!problems.isEmpty()) {
      throw new InvalidSetting(
          "stagedoor.environment", "is production, but " + String.join("; ", problems));
    }
  }
}
