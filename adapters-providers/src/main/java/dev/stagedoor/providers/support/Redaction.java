package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes credentials out of text that is kept: those it is told, and all that looks like one. For
 * what SDKs and mail servers say; {@link ProviderHttp} keeps nothing a provider wrote.
 */
public final class Redaction {
  private static final String GONE = "****";
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN [A-Z ]+-----.*?(-----END [A-Z ]+-----|$)", Pattern.DOTALL);
  private static final Pattern SIGN_IN =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/=._~-]{4,}");
  private static final Pattern IN_ADDRESS = Pattern.compile("(?i)(://)[^/\\s@]+@");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:token|secret|password|passwd|signature|api[_-]?key|access[_-]?key|key[_-]?id|sig)"
              + "[\"']?\\s*[=:]\\s*[\"']?)[^\\s&\"',;]+");
  private static final Pattern KEY =
      Pattern.compile(
          "\\b(?:(?:sk|pk|rk|whsec|rzp)_[A-Za-z0-9_+/=-]{6,}"
              + "|eyJ[A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*){0,4}"
              + "|AKIA[A-Z0-9]{12,}|AIza[A-Za-z0-9_-]{20,}|EAA[A-Za-z0-9]{20,}"
              + "|(?=[A-Za-z0-9_+/-]*[0-9])(?=[A-Za-z0-9_+/-]*[A-Za-z])[A-Za-z0-9_+/-]{32,}={0,2})");

  private final List<Secret> secrets;

  private Redaction(List<Secret> secrets) {
    this.secrets = secrets;
  }

  /** Knows these credentials by heart, however they look. */
  public static Redaction of(Secret... secrets) {
    return new Redaction(
        Arrays.stream(secrets)
            .filter(secret -> !secret.isBlank())
            // The longest first: one may be part of another.
            .sorted(Comparator.comparingInt((Secret secret) -> -secret.reveal().length()))
            .toList());
  }

  /** Returns the text with {@code ****} for each credential. */
  public String scrub(String text) {
    String scrubbed = text;
    for (Secret secret : secrets) {
      scrubbed = scrubbed.replace(secret.reveal(), GONE);
      scrubbed = scrubbed.replace(Addresses.encode(secret.reveal()), GONE);
    }
    scrubbed = BLOCK.matcher(scrubbed).replaceAll(GONE);
    scrubbed = SIGN_IN.matcher(scrubbed).replaceAll("$1 " + GONE);
    scrubbed = IN_ADDRESS.matcher(scrubbed).replaceAll("$1" + GONE + "@");
    scrubbed = NAMED.matcher(scrubbed).replaceAll("$1" + GONE);
    return KEY.matcher(scrubbed).replaceAll(GONE);
  }

  static boolean looksLikeAKey(String text) {
    return KEY.matcher(text).find();
  }

  @Override
  public String toString() {
    return "redaction of " + secrets.size() + " secrets";
  }
}
