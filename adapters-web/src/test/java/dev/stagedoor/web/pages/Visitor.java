package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser that keeps cookies, sends forms and has scripts switched off. */
public final class Visitor {
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=|javascript:");

  private final WebServer server;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Visitor(WebServer server) {
    this.server = server;
  }

  /** Opens the product for somebody who signed in with a password. */
  public static Visitor signedIn(WebServer server, InMemoryStagedoor.Person person) {
    Visitor visitor = new Visitor(server);
    visitor
        .send(
            "/login",
            "email",
            person.email().value(),
            "password",
            InMemoryStagedoor.PASSWORD.reveal())
        .leadsTo("/");
    return visitor;
  }

  /** Opens a page; every page there is has to be sound. */
  public Shown open(String path) {
    return shown(request(server.get(path)).send());
  }

  /** Sends a form, as a browser does: from our own page, with names and values in turns. */
  public Shown send(String path, String... fields) {
    return shown(form(request(server.post(path)), fields).send());
  }

  /** Sends what a form would say as the page's own script does, which reads no pages. */
  public Answer sendByScript(String path, String... fields) {
    WebServer.Exchange exchange = server.post(path).header("Accept", "application/json");
    return shown(form(withCookies(exchange), fields).send()).answer();
  }

  private WebServer.Exchange form(WebServer.Exchange exchange, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return exchange
        .header("Origin", server.origin())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bytes(String.join("&", pairs).getBytes(StandardCharsets.UTF_8));
  }

  private WebServer.Exchange request(WebServer.Exchange exchange) {
    return withCookies(exchange.header("Accept", ACCEPT));
  }

  private WebServer.Exchange withCookies(WebServer.Exchange exchange) {
    if (!cookies.isEmpty()) {
      List<String> sent = new ArrayList<>();
      cookies.forEach((name, value) -> sent.add(name + "=" + value));
      exchange.header("Cookie", String.join("; ", sent));
    }
    return exchange;
  }

  private Shown shown(Answer answer) {
    for (String cookie : answer.headers("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return new Shown(answer);
  }

  public Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the browser shows. */
  public record Shown(Answer answer) {
    /** Checks that this is a sound page of that status. */
    public Shown is(int status) {
      assertThat(answer.status()).as(html()).isEqualTo(status);
      assertThat(answer.header("Content-Type").orElse("").replace(" ", ""))
          .isEqualToIgnoringCase("text/html;charset=utf-8");
      assertThat(html())
          .contains("<html lang=", "<title>", "<main id=\"content\"", "class=\"skip\"")
          .containsOnlyOnce("<h1")
          .doesNotContain(">null<", "\"null\"", "Optional[", "dev.stagedoor")
          .doesNotContainPattern(INLINE);
      assertThat(ids()).doesNotHaveDuplicates();
      return this;
    }

    private List<String> ids() {
      List<String> ids = new ArrayList<>();
      Matcher matcher = Pattern.compile("\\sid=\"([^\"]*)\"").matcher(html());
      while (matcher.find()) {
        ids.add(matcher.group(1));
      }
      return ids;
    }

    public Shown leadsTo(String beginning) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(303);
      assertThat(location()).startsWith(beginning);
      return this;
    }

    public String location() {
      return answer.header("Location").orElseThrow();
    }

    public Shown says(String... texts) {
      assertThat(html()).contains(texts);
      return this;
    }

    public Shown saysNot(String... texts) {
      assertThat(html()).doesNotContain(texts);
      return this;
    }

    public String html() {
      return answer.text();
    }

    /** Returns what a field of a form is filled in with. */
    public String field(String name) {
      Matcher matcher =
          Pattern.compile("name=\"" + Pattern.quote(name) + "\"[^>]*? value=\"([^\"]*)\"")
              .matcher(html());
      assertThat(matcher.find()).as("field %s in %s", name, html()).isTrue();
      return matcher.group(1);
    }
  }
}
