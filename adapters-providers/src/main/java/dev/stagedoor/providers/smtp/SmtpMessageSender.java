package dev.stagedoor.providers.smtp;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Redaction;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Clock;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server, each over a connection of its own. */
final class SmtpMessageSender implements MessageSender {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpMessageSender.class);
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final int LONGEST_WHY = 200;

  private final SmtpConfig config;
  private final ProviderCalls calls;
  private final Clock clock;
  private final Session session;
  private final Redaction redaction;

  SmtpMessageSender(SmtpConfig config, ProviderRuntime runtime, Properties properties) {
    this.config = config;
    this.calls = new ProviderCalls(Smtp.ID, runtime);
    this.clock = runtime.clock();
    this.session = Session.getInstance(properties);
    Secret password = config.password();
    this.redaction = password == null ? Redaction.of() : Redaction.of(password);
  }

  @Override
  public DeliveryOutcome send(OutgoingMessage message) {
    Mime mime;
    try {
      mime = Mime.of(message, config, session, clock.instant());
    } catch (MessagingException e) {
      return new DeliveryOutcome.Refused("no mail can be written to this address");
    }
    try {
      calls.run("mail.send", () -> hand(mime, message.to()));
      return new DeliveryOutcome.Accepted();
    } catch (ProviderException e) {
      String why = String.valueOf(e.getMessage());
      return switch (e.kind()) {
        case REJECTED -> new DeliveryOutcome.Refused(why);
        case UNREADABLE -> new DeliveryOutcome.Unknown(why);
        case UNAUTHORISED, RATE_LIMITED, UNAVAILABLE -> new DeliveryOutcome.Deferred(why);
      };
    }
  }

  private void hand(Mime mime, EmailAddress to) {
    Conversation conversation =
        new Conversation(
            session, new URLName("smtp", config.host(), config.usedPort(), null, null, null));
    try {
      Secret password = config.password();
      conversation.connect(
          config.host(),
          config.usedPort(),
          config.user().orElse(null),
          config.user().isEmpty() || password == null ? null : password.reveal());
      conversation.sendMessage(mime, mime.getAllRecipients());
    } catch (MessagingException e) {
      throw failure(conversation, e, to);
    } finally {
      close(conversation);
    }
  }

  private static void close(Conversation conversation) {
    try {
      conversation.close();
    } catch (MessagingException e) {
      // What became of the mail is known by now.
      LOG.debug("SMTP: the connection did not close: {}", e.getClass().getSimpleName());
    }
  }

  private ProviderException failure(
      Conversation conversation, MessagingException e, EmailAddress to) {
    int code = conversation.code();
    Kind kind = SmtpMapping.kind(conversation.step(), code, e);
    String what = SmtpMapping.what(conversation.step(), code) + said(conversation, e, to);
    if (kind == Kind.UNAUTHORISED) {
      LOG.warn(
          "SMTP: {} takes no mail with these settings: {}. Until {}.username, .password, .from and"
              + " .security are right, none goes out.",
          config.host(),
          what,
          SmtpConfig.PREFIX);
    }
    return new ProviderException(Smtp.ID, kind, what);
  }

  private String said(Conversation conversation, MessagingException e, EmailAddress to) {
    String text = conversation.code() >= 400 ? conversation.text() : cause(e);
    String clean =
        BREAKS
            .matcher(redaction.scrub(text))
            .replaceAll(" ")
            .replaceAll("(?i)" + Pattern.quote(to.value()), "the recipient")
            .strip();
    return clean.isEmpty() ? "" : ": " + clean.substring(0, Math.min(clean.length(), LONGEST_WHY));
  }

  /** Returns a name for what happened; the library's own messages repeat what was sent. */
  private static String cause(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return "no way to sign in";
    }
    Throwable deepest = e;
    for (Throwable next = e.getCause(); next != null; next = next.getCause()) {
      deepest = next;
    }
    return deepest == e ? "no TLS" : deepest.getClass().getSimpleName();
  }
}
