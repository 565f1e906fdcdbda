package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Locale;
import java.util.Set;

/**
 * Stands for the person behind an address, so that one of them has one trial: what follows a plus
 * does not count, nor do dots where the mail host ignores them. Only its hash is kept.
 */
public record PersonKey(String sha256) {
  private static final Set<String> IGNORE_DOTS = Set.of("gmail.com", "googlemail.com");

  public static PersonKey of(EmailAddress email) {
    String address = email.value().toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    String host = address.substring(at + 1);
    String name = address.substring(0, at).split("\\+", 2)[0];
    if (IGNORE_DOTS.contains(host)) {
      name = name.replace(".", "");
      host = "gmail.com";
    }
    return new PersonKey(Secret.of(name + "@" + host).sha256());
  }
}
