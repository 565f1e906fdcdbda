package dev.stagedoor.providers.firebase;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Firebase project signs people in.
 *
 * @param projectId the project's id, not its number
 * @param apiKey the project's web API key
 * @param serviceAccount the key of a service account, as the JSON it is downloaded as or the path
 *     of a file that holds it
 * @param emulatorHost host and port of the Firebase emulator, in place of the two keys; with it no
 *     signature is checked
 * @param baseUrl where Google's hosts are found as first segments of the path; for tests
 */
@ConfigurationProperties(FirebaseConfig.PREFIX)
public record FirebaseConfig(
    String projectId,
    @Nullable Secret apiKey,
    @Nullable Secret serviceAccount,
    @Nullable String emulatorHost,
    @Nullable URI baseUrl)
    implements ProductionCheck {
  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.firebase";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9.:-]{3,62}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");

  public FirebaseConfig {
    emulatorHost = emulatorHost == null || emulatorHost.isBlank() ? null : emulatorHost;
    RULES.check("project-id", PROJECT.matcher(projectId).matches(), "must be the id of a project");
    if (emulatorHost == null) {
      RULES.check("api-key", isSet(apiKey), "must be set");
      RULES.check("service-account", isSet(serviceAccount), "must be set");
    } else {
      RULES.check(
          "emulator-host",
          HOST.matcher(emulatorHost).matches(),
          "must be a host and a port, like 127.0.0.1:9099");
      RULES.check("base-url", baseUrl == null, "must be empty where emulator-host is set");
    }
  }

  /** Returns what a project at Google takes. */
  public static FirebaseConfig of(String projectId, Secret apiKey, Secret serviceAccount) {
    return new FirebaseConfig(projectId, apiKey, serviceAccount, null, null);
  }

  /** Returns what the emulator takes: there are no keys to it. */
  public static FirebaseConfig emulator(String projectId, String host) {
    return new FirebaseConfig(projectId, null, null, host, null);
  }

  private static boolean isSet(@Nullable Secret secret) {
    return secret != null && !secret.isBlank();
  }

  boolean isEmulated() {
    return emulatorHost != null;
  }

  @Override
  public List<String> unfitForProduction() {
    List<String> unfit = new ArrayList<>();
    if (emulatorHost != null) {
      unfit.add(PREFIX + ".emulator-host is set: nobody checks who signed a token");
    }
    if (baseUrl != null) {
      unfit.add(PREFIX + ".base-url is set");
    }
    Optional<String> variable = Emulation.inForce().filter(host -> !host.equals(emulatorHost));
    if (variable.isPresent()) {
      unfit.add("environment variable " + Emulation.VARIABLE + " is set");
    }
    return unfit;
  }

  @Override
  public String toString() {
    return "project " + projectId + (emulatorHost == null ? "" : " of the emulator");
  }
}
