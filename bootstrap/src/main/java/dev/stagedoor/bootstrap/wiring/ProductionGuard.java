package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.bootstrap.config.EncryptionConfig;
import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.bootstrap.config.StagedoorConfig;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import io.micronaut.context.annotation.Context;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start in production with anything that is only there to try things out. */
@Context
final class ProductionGuard {
  ProductionGuard(
      StagedoorConfig server, EncryptionConfig encryption, List<ProductionCheck> providers) {
    if (!server.isProduction()) {
      return;
    }
    List<String> problems = new ArrayList<>();
    providers.forEach(provider -> problems.addAll(provider.unfitForProduction()));
    if (server.demo()) {
      problems.add("stagedoor.demo makes accounts whose passwords everybody knows");
    }
    if (encryption.isDevelopmentKeyActive()) {
      problems.add("stagedoor.encryption.active-key names the development key");
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
