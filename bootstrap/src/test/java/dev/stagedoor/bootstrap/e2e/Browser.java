package dev.stagedoor.bootstrap.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, driven as a person would. */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /** How long a page may take to show something: machines that test are busy. */
  private static final double PATIENCE = 30_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Opens Chromium, or skips the test with a line that says so where there is none. */
  static Browser open() {
    Optional<Path> chromium =
        Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (chromium.isEmpty()) {
      System.out.println("SKIPPED: browser tests, because there is no Chromium on this machine");
    }
    Assumptions.assumeTrue(chromium.isPresent(), "no Chromium on this machine");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--autoplay-policy=no-user-gesture-required"))));
  }

  /** Opens a page for somebody new, at a window of a width. */
  Page visitor(int width) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("en-GB"));
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  /** Opens a page for somebody whose browser runs no scripts. */
  Page withoutScripts(int width) {
    return chromium
        .newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("en-GB")
                .setJavaScriptEnabled(false))
        .newPage();
  }

  /** Begins to hear what fails in the browser, and what it refuses to load. */
  static List<String> listen(Page page) {
    List<String> complaints = new ArrayList<>();
    listen(page, complaints);
    return complaints;
  }

  /** Hears another page, too, and keeps what it complains of beside what others do. */
  static void listen(Page page, List<String> complaints) {
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
  }

  /** Keeps a picture of the page under target, for people to look at. */
  static void look(Page page, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
