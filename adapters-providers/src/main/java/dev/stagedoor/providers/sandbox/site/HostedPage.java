package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.kernel.Money;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page the provider itself would show to a buyer or a merchant. It works without scripts. */
final class HostedPage {
  private final StringBuilder body = new StringBuilder();
  private final String title;
  private String goesTo = "";
  private String script = "";
  private String framedBy = "'none'";

  HostedPage(String title) {
    this.title = title;
    body.append("<h1>").append(escaped(title)).append("</h1>");
  }

  /** Escapes text for an element or a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String money(Money money) {
    return BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits())
            .toPlainString()
        + " "
        + money.currency().getCurrencyCode();
  }

  /** Says why a card did not pay, if that is so. */
  static Optional<String> declined(@Nullable String code) {
    return Optional.ofNullable(code).map(why -> "The card was declined: " + why + ".");
  }

  HostedPage says(String text) {
    body.append("<p>").append(escaped(text)).append("</p>");
    return this;
  }

  HostedPage warns(String text) {
    body.append("<p role=\"alert\"><strong>").append(escaped(text)).append("</strong></p>");
    return this;
  }

  HostedPage heading(String text) {
    body.append("<h2>").append(escaped(text)).append("</h2>");
    return this;
  }

  HostedPage list(List<String> items) {
    body.append("<ul>");
    items.forEach(item -> body.append("<li>").append(escaped(item)).append("</li>"));
    body.append("</ul>");
    return this;
  }

  HostedPage link(String label, String href) {
    body.append("<p><a href=\"").append(escaped(href)).append("\">");
    body.append(escaped(label)).append("</a></p>");
    return this;
  }

  /** Asks for a card and posts it. */
  HostedPage cardForm(String action, String id, String button) {
    return form(
        action,
        field(id + "-number", "cardNumber", "Card number", "4242 4242 4242 4242", true)
            + field(id + "-expiry", "expiry", "Expiry date (MM/YY)", "09/30", false)
            + field(id + "-cvc", "cvc", "Security code", "123", false),
        button);
  }

  static String field(String id, String name, String label, String example, boolean needed) {
    return "<p><label for=\""
        + escaped(id)
        + "\">"
        + escaped(label)
        + "</label><br><input id=\""
        + escaped(id)
        + "\" name=\""
        + escaped(name)
        + "\" autocomplete=\"off\" placeholder=\""
        + escaped(example)
        + "\""
        + (needed ? " required" : "")
        + "></p>";
  }

  /** Posts fields, which are HTML already. */
  HostedPage form(String action, String fields, String button) {
    body.append("<form method=\"post\" action=\"").append(escaped(action)).append("\">");
    body.append(fields).append("<p><button type=\"submit\" class=\"main\">");
    body.append(escaped(button)).append("</button></p></form>");
    return this;
  }

  /** Lets what a form is answered with lead to another site. */
  HostedPage goingTo(URI site) {
    goesTo = site.getHost() == null ? "" : " " + site.getScheme() + "://" + site.getRawAuthority();
    return this;
  }

  /** Lets pages of any site show this one in a frame. */
  HostedPage inFrames(boolean anywhere) {
    framedBy = anywhere ? "*" : "'none'";
    return this;
  }

  /** Runs a script of the sandbox's own. */
  HostedPage script(String path) {
    script = path;
    return this;
  }

  HttpResponse<String> answer(HttpStatus status) {
    String page =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"robots\" content=\"noindex\"><title>"
            + escaped(title)
            + "</title><link rel=\"stylesheet\" href=\"/sandbox/console.css\">"
            + (script.isEmpty() ? "" : "<script src=\"" + escaped(script) + "\" defer></script>")
            + "</head><body><header>"
            + "<p class=\"notice\"><strong>This is a sandbox.</strong> No money moves."
            + " Never type a real card number.</p></header><main>"
            + body
            + "</main></body></html>";
    return HttpResponse.<String>status(status)
        .body(page)
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; "
                + (script.isEmpty() ? "" : "script-src 'self'; ")
                + "base-uri 'none'; frame-ancestors "
                + framedBy
                + "; form-action 'self'"
                + goesTo)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "same-origin");
  }

  static HostedPage shopIsDown() {
    return new HostedPage("The ticket shop is down").says("Please come back later.");
  }

  static HttpResponse<String> absent() {
    return new HostedPage("Nothing here")
        .says("The sandbox has no such page, or it is over.")
        .answer(HttpStatus.NOT_FOUND);
  }
}
