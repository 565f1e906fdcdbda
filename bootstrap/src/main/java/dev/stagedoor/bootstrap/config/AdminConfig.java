package dev.stagedoor.bootstrap.config;

import dev.stagedoor.application.Settings;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Optional;

/** The first admin, made at start where absent; both empty for none. */
@ConfigurationProperties("stagedoor.admin")
public record AdminConfig(
    @Bindable(defaultValue = "") String email, @Bindable(defaultValue = "") Secret password) {
  public AdminConfig {
    if (email.isBlank() != password.isBlank()) {
      throw new InvalidSetting(
          "stagedoor.admin.email and stagedoor.admin.password", "must be set both or neither");
    }
  }

  public Optional<Settings.FirstAdmin> firstAdmin() {
    if (email.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Settings.FirstAdmin(new EmailAddress(email), PasswordPolicy.check(password)));
    } catch (DomainException refused) {
      throw new InvalidSetting(
          "stagedoor.admin." + refused.facts().get("field"),
          "is not valid: an e-mail address, and a password of 8 to 128 characters");
    }
  }

  @Override
  public String toString() {
    return "AdminConfig[email=" + email + "]";
  }
}
