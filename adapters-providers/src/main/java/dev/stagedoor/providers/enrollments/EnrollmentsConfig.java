package dev.stagedoor.providers.enrollments;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.domain.services.ServicePeer;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the course service is, and who we are to it.
 *
 * @param url its address, to which {@code /internal/enrollments/...} is added
 * @param serviceId the name it knows us by
 * @param apiKey the key it knows us by
 * @param secret signs what we send
 */
@ConfigurationProperties(EnrollmentsConfig.PREFIX)
public record EnrollmentsConfig(URI url, String serviceId, Secret apiKey, Secret secret)
    implements ProductionCheck {
  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.courses.enrollment-service";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final int LEAST_KEY = 16;
  private static final int LEAST_SECRET = 32;

  public EnrollmentsConfig {
    url = RULES.base("url", url, "https://courses.example.org");
    serviceId = serviceId.strip();
    RULES.check(
        "service-id",
        serviceId.matches("[a-z][a-z0-9-]{1,62}"),
        "must be small letters, digits and hyphens, like payment-service");
    RULES.check("api-key", !apiKey.isBlank(), "must be set");
    RULES.check("secret", !secret.isBlank(), "must be set");
  }

  ServicePeer peer() {
    return new ServicePeer(new ServiceId(serviceId), apiKey, secret);
  }

  @Override
  public List<String> unfitForProduction() {
    List<String> problems = new ArrayList<>();
    if (apiKey.reveal().length() < LEAST_KEY) {
      problems.add(PREFIX + ".api-key is shorter than " + LEAST_KEY + " characters");
    }
    if (secret.reveal().length() < LEAST_SECRET) {
      problems.add(PREFIX + ".secret is shorter than " + LEAST_SECRET + " characters");
    }
    if (secret.equals(apiKey)) {
      problems.add(PREFIX + ".secret is the api-key, which is sent with every call");
    }
    return problems;
  }

  @Override
  public String toString() {
    return "a course service for " + serviceId;
  }
}
