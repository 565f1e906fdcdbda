package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sites of others, on ports of their own, that show the tickets of an event or what else we have.
 */
class EventsEmbeddingIT {
  private static final int DESKTOP = 1200;
  private static final int FIRST_HEIGHT = 480;
  private static final String PASSWORD = "a long password";

  @TempDir Path data;

  @Test
  void onlySitesThatMayShowTicketsInAFrameAndNothingElse() throws Exception {
    try (Site allowed = Site.open();
        Site other = Site.open();
        ServerProcess server =
            ServerProcess.start(
                data, Ports.next(), "--stagedoor.events.embed-origins=" + allowed.origin());
        Browser browser = Browser.open()) {
      Page organiser = browser.visitor(DESKTOP);
      String event = announces(organiser, server);
      assertThat(organiser.getByText(allowed.origin())).isVisible();
      String snippet = organiser.getByLabel("HTML to copy").inputValue();
      allowed.shows(snippet);
      other.shows(snippet);

      followsTheSale(browser.visitor(DESKTOP), allowed, organiser);
      staysEmpty(browser.visitor(DESKTOP), other, server);
      refuseToBeFramed(
          organiser,
          allowed,
          server,
          List.of(
              "/",
              "/events",
              "/events/new",
              "/events/organise",
              "/event/" + event,
              "/event/" + event + "/edit",
              "/login",
              "/register/organiser",
              "/no-such-page"));
    }
  }

  private static String announces(Page page, ServerProcess server) {
    page.navigate(server.uri("/register/organiser?next=/events/new").toString());
    page.getByLabel("Your name").fill("Ana Pérez");
    page.getByLabel("E-mail address").fill("ana@example.org");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    press(page, "Create the account");
    page.waitForURL(Pattern.compile(".*/events/new"));
    page.getByLabel("Title").fill("Prams & \"carriages\"");
    page.getByLabel("Begins").fill(Ahead.day() + "T20:00");
    press(page, "Announce the event");
    page.waitForURL(Pattern.compile(".*/event/[0-9a-f-]+/edit.*"));
    return page.url().replaceAll(".*/event/([0-9a-f-]+)/.*", "$1");
  }

  /** The tickets are shown, follow the sale without a reload, and the frame is as high as they. */
  private static void followsTheSale(Page page, Site site, Page organiser) throws Exception {
    List<String> complaints = complaints(page);
    page.navigate(site.origin());
    FrameLocator tickets = page.frameLocator("iframe");
    assertThat(tickets.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();
    page.waitForFunction(
        "first => document.querySelector('iframe').clientHeight !== first", FIRST_HEIGHT);
    assertFits(page);
    assertThat(page.frames().get(1).url()).endsWith("/widget");

    String edit = organiser.url();
    press(organiser, "Sell tickets");
    organiser.waitForURL(Pattern.compile(".*/sandbox/tickets/desk/.*"));
    press(organiser, "Publish the sale");

    assertThat(tickets.frameLocator("iframe").getByText("Tickets sold: 0")).isVisible();
    assertFits(page);
    look(page, "event-embedded");
    assertThat(complaints).isEmpty();
    organiser.navigate(edit);
  }

  /** Asks the frame itself, which another site's scripts cannot. */
  private static void assertFits(Page page) {
    Frame frame = page.frames().get(1);
    page.waitForCondition(
        () -> {
          Number around =
              (Number) page.evaluate("() => document.querySelector('iframe').clientHeight");
          Number within =
              (Number)
                  frame.evaluate(
                      "() => Math.ceil(document.documentElement.getBoundingClientRect().height)");
          return around.intValue() == within.intValue();
        });
  }

  private static void staysEmpty(Page page, Site site, ServerProcess server) throws Exception {
    List<String> complaints = complaints(page);
    page.navigate(site.origin());
    awaitRefusals(page, complaints, 1);
    assertNoneIsShown(page, server);
    look(page, "event-embedding-refused");
  }

  /** Not even the site that may show tickets may show a page where one can press something. */
  private static void refuseToBeFramed(
      Page page, Site site, ServerProcess server, List<String> paths) throws Exception {
    List<String> complaints = complaints(page);
    site.shows(
        paths.stream()
            .map(path -> "<iframe src=\"" + server.uri(path) + "\"></iframe>")
            .collect(Collectors.joining("\n")));
    page.navigate(site.origin());
    awaitRefusals(page, complaints, paths.size());
    assertThat(page.frames()).hasSize(paths.size() + 1);
    assertNoneIsShown(page, server);
  }

  /** Waits until Chromium has said of so many frames why it does not show what they ask for. */
  private static void awaitRefusals(Page page, List<String> complaints, int frames) {
    page.waitForCondition(
        () ->
            complaints.stream().filter(text -> text.contains("frame-ancestors")).count() == frames);
  }

  private static void assertNoneIsShown(Page page, ServerProcess server) {
    assertThat(page.frames().stream().skip(1).map(Frame::url))
        .isNotEmpty()
        .noneMatch(url -> url.startsWith(server.uri("/").toString()));
  }

  private static List<String> complaints(Page page) {
    List<String> complaints = new ArrayList<>();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return complaints;
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private static FrameLocator.GetByRoleOptions named(String name) {
    return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Somebody else's site, with one page. */
  private static final class Site implements AutoCloseable {
    private final HttpServer http;
    private volatile String content = "";

    private Site(HttpServer http) {
      this.http = http;
    }

    static Site open() throws IOException {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Site site = new Site(http);
      http.createContext("/", site::answer);
      http.start();
      return site;
    }

    String origin() {
      return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void shows(String html) {
      content = html;
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        boolean isPage = exchange.getRequestURI().getPath().equals("/");
        byte[] page =
            ("<!doctype html><html lang=\"en\"><title>A site</title><h1>A site</h1>"
                    + content
                    + "</html>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(isPage ? 200 : 204, isPage ? page.length : -1);
        if (isPage) {
          exchange.getResponseBody().write(page);
        }
      }
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}
