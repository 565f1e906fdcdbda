package dev.stagedoor.bootstrap.config;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.domain.services.ServicePeer;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other services of the house that may call: who has no key and no secret may not. */
public interface ServiceConfig extends ProductionCheck {
  int LEAST_KEY = 16;
  int LEAST_SECRET = 32;

  /** Returns the name of the service, which is that of its settings. */
  String service();

  @Nullable Secret apiKey();

  @Nullable Secret secret();

  /** Takes money, and has students enrolled. */
  @ConfigurationProperties("stagedoor.services.payment-service")
  record PaymentService(@Nullable Secret apiKey, @Nullable Secret secret) implements ServiceConfig {
    public PaymentService {
      mustBeBothOrNone("payment-service", apiKey, secret);
    }

    @Override
    public String service() {
      return "payment-service";
    }
  }

  /** Keeps courses, and has files taken in. */
  @ConfigurationProperties("stagedoor.services.course-service")
  record CourseService(@Nullable Secret apiKey, @Nullable Secret secret) implements ServiceConfig {
    public CourseService {
      mustBeBothOrNone("course-service", apiKey, secret);
    }

    @Override
    public String service() {
      return "course-service";
    }
  }

  /** Returns the service, where it may call. */
  default Optional<ServicePeer> peer() {
    Secret key = apiKey();
    Secret signing = secret();
    return key == null || signing == null || key.isBlank()
        ? Optional.empty()
        : Optional.of(new ServicePeer(new ServiceId(service()), key, signing));
  }

  @Override
  default List<String> unfitForProduction() {
    List<String> problems = new ArrayList<>();
    peer()
        .ifPresent(
            peer -> {
              if (peer.apiKey().reveal().length() < LEAST_KEY) {
                problems.add(key("api-key") + " is shorter than " + LEAST_KEY + " characters");
              }
              if (peer.secret().reveal().length() < LEAST_SECRET) {
                problems.add(key("secret") + " is shorter than " + LEAST_SECRET + " characters");
              }
              if (peer.secret().equals(peer.apiKey())) {
                problems.add(key("secret") + " is the api-key, which is sent with every call");
              }
            });
    return problems;
  }

  private String key(String name) {
    return "stagedoor.services." + service() + "." + name;
  }

  private static boolean isThere(@Nullable Secret secret) {
    return secret != null && !secret.isBlank();
  }

  private static void mustBeBothOrNone(
      String service, @Nullable Secret apiKey, @Nullable Secret secret) {
    if (isThere(apiKey) != isThere(secret)) {
      throw new InvalidSetting(
          "stagedoor.services." + service, "must have both an api-key and a secret, or neither");
    }
  }
}
