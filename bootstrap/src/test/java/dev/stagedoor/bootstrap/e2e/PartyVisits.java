package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What people do at the page of a watch party, as often as a test needs it. */
final class PartyVisits {
  private PartyVisits() {}

  /** Makes an account and returns its access token. */
  static String signsUp(ServerProcess server, String email) throws Exception {
    return server
        .api()
        .post(
            "/api/v1/auth/signup",
            "{\"email\": \"%s\", \"password\": \"%s\", \"full_name\": \"Ana Lopez\"}"
                .formatted(email, CourseMember.PASSWORD))
        .mustBe(201)
        .text("/token");
  }

  static void signsIn(Page page, ServerProcess server, String email, String next) {
    page.navigate(server.uri("/login?next=" + next).toString());
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(CourseMember.PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(Pattern.compile(".*" + next));
  }

  /** Begins a party from its form, and returns which it is. */
  static String begins(Page page, String media) {
    page.getByLabel("Your name in the party").fill("John");
    page.getByLabel("Address of the film or stream").first().fill(media);
    page.getByLabel("What is watched").first().fill("A film");
    press(page, "Begin the party");
    page.waitForURL(Pattern.compile(".*/tv/party/party_.*"));
    assertThat(page.locator("[data-party-heading]")).hasText("A film");
    return page.url().replaceAll(".*/", "");
  }

  static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, named(button).setExact(true)).click();
  }
}
