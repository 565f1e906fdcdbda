package dev.stagedoor.providers.smtp;

import dev.stagedoor.domain.messaging.OutgoingMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

/** A mail as it goes over the line: both forms of the text in UTF-8, and an id that is ours. */
final class Mime extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  // A line break in a header would begin another header.
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private final String messageId;

  private Mime(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** Writes a mail. */
  static Mime of(OutgoingMessage message, SmtpConfig config, Session session, Instant now)
      throws MessagingException {
    Mime mime = new Mime(session, "<" + message.id().value() + "@" + config.domain() + ">");
    mime.setFrom(sender(config));
    if (config.answersTo().isPresent()) {
      mime.setReplyTo(new InternetAddress[] {address(config.answersTo().get())});
    }
    mime.setRecipient(Message.RecipientType.TO, address(message.to().value()));
    mime.setSubject(BREAKS.matcher(message.content().subject()).replaceAll(" ").strip(), UTF_8);
    mime.setSentDate(Date.from(now));
    // Keeps holiday notices from answering: https://www.rfc-editor.org/rfc/rfc3834
    mime.setHeader("Auto-Submitted", "auto-generated");
    for (Map.Entry<String, String> header : message.content().headers().entrySet()) {
      mime.setHeader(header.getKey(), BREAKS.matcher(header.getValue()).replaceAll(""));
    }
    MimeMultipart forms = new MimeMultipart("alternative");
    forms.addBodyPart(part(message.content().text(), "plain"));
    // The last form is the one that readers prefer.
    forms.addBodyPart(part(message.content().html(), "html"));
    mime.setContent(forms);
    mime.saveChanges();
    return mime;
  }

  private static InternetAddress sender(SmtpConfig config) throws MessagingException {
    InternetAddress sender = address(config.from());
    if (config.senderName().isPresent()) {
      try {
        sender.setPersonal(config.senderName().get(), UTF_8);
      } catch (UnsupportedEncodingException e) {
        throw new IllegalStateException("every Java has UTF-8", e);
      }
    }
    return sender;
  }

  private static InternetAddress address(String address) throws MessagingException {
    int at = address.lastIndexOf('@');
    String plain;
    try {
      plain = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      throw new MessagingException("no such domain");
    }
    // The library cuts other characters down to one byte, which makes somebody else's address.
    if (!plain.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
      throw new MessagingException("not an address in ASCII");
    }
    // Strict: one address and nothing else.
    InternetAddress parsed = new InternetAddress(plain, true);
    if (!plain.equals(parsed.getAddress())) {
      throw new MessagingException("not one plain address");
    }
    return parsed;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
