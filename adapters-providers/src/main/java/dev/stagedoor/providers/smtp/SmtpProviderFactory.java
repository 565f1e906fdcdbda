package dev.stagedoor.providers.smtp;

import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Publishes the mail server as a mail provider. */
@Factory
final class SmtpProviderFactory {
  @Singleton
  MailProvider smtp(SmtpConfig config, ProviderRuntime runtime) {
    return Smtp.open(config, runtime);
  }
}
