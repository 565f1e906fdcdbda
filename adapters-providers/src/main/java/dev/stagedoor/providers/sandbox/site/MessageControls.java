package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.mail.Mailbox;
import dev.stagedoor.providers.sandbox.mail.StoredMessage;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people find in their mailboxes. */
@Controller("/sandbox/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessageControls {
  private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);
  // A mail is somebody else's page: no scripts, no forms, nothing fetched; links open a new tab.
  private static final String HARMLESS =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

  private final Mailbox mailbox;

  MessageControls(Sandbox sandbox) {
    this.mailbox = sandbox.mailbox();
  }

  @Get
  MessagesResponse list(
      @QueryValue Optional<String> to,
      @QueryValue Optional<String> channel,
      @QueryValue(defaultValue = "100") int limit) {
    return MessagesResponse.from(mailbox.newest(given(to), given(channel), Limit.of(limit)));
  }

  private static Optional<String> given(Optional<String> value) {
    return value.filter(text -> !text.isBlank());
  }

  @Get("/{id}/html")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> html(@PathVariable String id) {
    StoredMessage message =
        mailbox
            .find(id)
            .filter(found -> !found.html().isEmpty())
            .orElseThrow(() -> ControlRefusal.notFound("The mailbox has no such page."));
    String page = HEAD.matcher(message.html()).replaceFirst("$0<base target=\"_blank\">");
    return HttpResponse.ok(page)
        .header("Content-Security-Policy", HARMLESS)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }
}
