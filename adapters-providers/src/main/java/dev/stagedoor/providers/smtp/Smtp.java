package dev.stagedoor.providers.smtp;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Mail by any mail server. */
public final class Smtp {
  /** The name of this provider in routes. */
  public static final ProviderId ID = new ProviderId("smtp");

  private Smtp() {}

  /** Opens the provider. No connection is made until a mail is sent. */
  public static MailProvider open(SmtpConfig config, ProviderRuntime runtime) {
    return open(config, runtime, null);
  }

  /** Opens the provider with its own idea of whom to trust. */
  static MailProvider open(
      SmtpConfig config, ProviderRuntime runtime, @Nullable SSLSocketFactory sockets) {
    return new MailProvider(
        ID, new SmtpMessageSender(config, runtime, properties(config, sockets)));
  }

  // https://eclipse-ee4j.github.io/angus-mail/docs/api/org.eclipse.angus.mail/org/eclipse/angus/mail/smtp/package-summary.html
  private static Properties properties(SmtpConfig config, @Nullable SSLSocketFactory sockets) {
    Properties all = new Properties();
    all.setProperty("mail.smtp.connectiontimeout", millis(config.connectTimeout()));
    all.setProperty("mail.smtp.timeout", millis(config.timeout()));
    all.setProperty("mail.smtp.writetimeout", millis(config.writeTimeout()));
    // The name of this machine may take a look-up, and is nobody's business.
    all.setProperty("mail.smtp.localhost", config.domain());
    all.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
    all.setProperty("mail.smtp.quitwait", "false");
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (config.mode()) {
      case START_TLS -> {
        all.setProperty("mail.smtp.starttls.enable", "true");
        all.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> all.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> all.setProperty("mail.smtp.starttls.enable", "false");
    }
    if (sockets != null) {
      all.put("mail.smtp.ssl.socketFactory", sockets);
    }
    return all;
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
