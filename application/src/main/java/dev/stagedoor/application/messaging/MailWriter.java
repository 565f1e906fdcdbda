package dev.stagedoor.application.messaging;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.messaging.MessageContent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a mail as text and as HTML from the same words: greeting, paragraphs, one button, closing.
 * Everything that fills a placeholder is escaped in HTML.
 */
final class MailWriter {
  private static final Pattern PARTS = Pattern.compile("\\n[ \\t]*\\n");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  private final Translations translations;

  MailWriter(Translations translations) {
    this.translations = translations;
  }

  MessageContent write(Mail mail, Language language) {
    String key = "mails." + mail.name();
    String subject = translations.text(language, key + ".subject", mail.arguments());
    List<String> paragraphs =
        paragraphs(translations.text(language, key + ".body", mail.arguments()));
    String closing = translations.text(language, "mails.closing");
    Optional<String> action =
        mail.action().map(link -> translations.text(language, key + ".action"));
    return new MessageContent(
        subject,
        text(paragraphs, action, mail.action(), closing, ""),
        html(language, subject, paragraphs, action, mail.action(), closing, ""));
  }

  /** Writes a mail whose words are given; how to get no more of the kind stands below. */
  MessageContent write(WrittenMail mail, Language language) {
    List<String> paragraphs = paragraphs(mail.body());
    String closing = translations.text(language, "mails.closing");
    String why = translations.text(language, "mails.unsubscribe.why");
    String unsubscribe = translations.text(language, "mails.unsubscribe");
    Optional<String> none = Optional.empty();
    return new MessageContent(
        mail.subject(),
        text(
            paragraphs,
            none,
            Optional.empty(),
            closing,
            mail.unsubscribe()
                .map(link -> "\n--\n" + why + "\n" + unsubscribe + ":\n" + link + "\n")
                .orElse("")),
        html(
            language,
            mail.subject(),
            paragraphs,
            none,
            Optional.empty(),
            closing,
            mail.unsubscribe()
                .map(
                    link ->
                        "<p style=\"color:#5b6770;font-size:14px\">"
                            + escape(why)
                            + " "
                            + link(link.toString(), unsubscribe)
                            + "</p>\n")
                .orElse("")),
        mail.unsubscribe());
  }

  private static List<String> paragraphs(String body) {
    return PARTS
        .splitAsStream(body)
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  private static String text(
      List<String> paragraphs,
      Optional<String> action,
      Optional<URI> link,
      String closing,
      String footer) {
    String button = action.map(label -> label + ":\n" + link.orElseThrow() + "\n\n").orElse("");
    return String.join("\n\n", paragraphs) + "\n\n" + button + closing + "\n" + footer;
  }

  private static String html(
      Language language,
      String subject,
      List<String> paragraphs,
      Optional<String> action,
      Optional<URI> link,
      String closing,
      String footer) {
    String body =
        paragraphs.stream()
            .map(paragraph -> "<p>" + lines(paragraph) + "</p>")
            .collect(Collectors.joining("\n"));
    String button =
        action
            .map(
                label ->
                    "<p><a href=\""
                        + escape(link.orElseThrow().toString())
                        + "\" style=\"display:inline-block;padding:12px 20px;border-radius:6px;"
                        + "background:#2f4858;color:#ffffff;text-decoration:none\">"
                        + escape(label)
                        + "</a></p>\n")
            .orElse("");
    return """
    <!doctype html>
    <html lang="%s" dir="%s">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="margin:0;background:#f6f4f1">
    <div style="max-width:560px;margin:0 auto;padding:32px 24px;font:16px/1.6 Georgia,serif;\
    color:#22303a;background:#ffffff">
    %s
    %s<p style="color:#5b6770">%s</p>
    %s</div>
    </body>
    </html>
    """
        .formatted(
            language.code(),
            language.isRightToLeft() ? "rtl" : "ltr",
            escape(subject),
            body,
            button,
            escape(closing),
            footer);
  }

  /** Keeps the lines of a paragraph; one that is an address and nothing else leads there. */
  private static String lines(String paragraph) {
    return paragraph
        .lines()
        .map(line -> ADDRESS.matcher(line).matches() ? link(line, line) : escape(line))
        .collect(Collectors.joining("<br>\n"));
  }

  private static String link(String address, String label) {
    return "<a href=\"" + escape(address) + "\">" + escape(label) + "</a>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
