package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import dev.stagedoor.providers.support.settings.SettingRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * How files are kept on this machine.
 *
 * @param signingKey signs addresses; 32 bytes or more. Another one ends all that were signed
 * @param folder where the files are; nobody else writes there
 * @param baseUrl where browsers reach this server; signed addresses begin with it
 * @param maxBytes how large a file may be at most
 */
public record LocalFilesConfig(Secret signingKey, Path folder, URI baseUrl, long maxBytes)
    implements ProductionCheck {
  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.local-files";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  /** Known to everybody; says so. */
  public static final Secret DEVELOPMENT_KEY =
      Secret.of("stagedoor-development-only-file-signing-key-known-to-everybody");

  /** What one request can store with S3, so that a file can move there. */
  public static final long USUAL_MAX_BYTES = 5L << 30;

  private static final int KEY_BYTES = 32;

  public LocalFilesConfig {
    int bytes = signingKey.reveal().getBytes(StandardCharsets.UTF_8).length;
    RULES.check(
        "signing-key",
        bytes >= KEY_BYTES,
        "must have " + KEY_BYTES + " bytes or more, but has " + bytes);
    RULES.check("folder", !folder.toString().isBlank(), "must name a folder");
    RULES.check(
        "base-url",
        ("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))
            && baseUrl.getHost() != null
            && baseUrl.getRawQuery() == null
            && baseUrl.getRawFragment() == null,
        "must be an http or https address, not " + baseUrl);
    RULES.check("max-bytes", maxBytes >= 1, "must be 1 or more, not " + maxBytes);
  }

  /** Returns what suits a developer's machine. */
  public static LocalFilesConfig development(Path folder, URI baseUrl) {
    return new LocalFilesConfig(DEVELOPMENT_KEY, folder, baseUrl, USUAL_MAX_BYTES);
  }

  @Override
  public List<String> unfitForProduction() {
    return signingKey.equals(DEVELOPMENT_KEY)
        ? List.of(PREFIX + ".signing-key is the development key")
        : List.of();
  }
}
