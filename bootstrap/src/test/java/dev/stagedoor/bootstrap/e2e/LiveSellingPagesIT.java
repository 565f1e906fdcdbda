package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sells live in a browser, from the first workspace to the invoice that turns paid. */
class LiveSellingPagesIT {
  private static final String PASSWORD = "a long password";
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  @TempDir Path data;

  @Test
  void aCommentBecomesAClaimAnInvoiceAndMoneyWithoutAReload() throws Exception {
    try (ServerProcess server =
            ServerProcess.start(
                data,
                Ports.next(),
                "--stagedoor.admin.email=admin@example.org",
                "--stagedoor.admin.password=" + PASSWORD);
        Browser browser = Browser.open()) {
      Page seller = browser.visitor(1200);
      List<String> complaints = listen(seller);
      opensAWorkspace(seller, server);
      isUpgraded(browser.visitor(1200), server, seller);
      connects(seller, server);

      seller.navigate(server.uri("/shows").toString());
      seller.fill("#name", "Friday sale");
      seller.fill("#platformPostId", "post-1");
      seller.click("main .panel button[type=submit]");
      shows(seller.getByText("The show is planned."));
      seller.fill("#new-number", "1");
      seller.fill("#new-title", "Vase");
      seller.fill("#new-price", "12.50");
      seller.click("#panel-items form button[type=submit]");
      shows(seller.locator("#panel-items td:has-text('$12.50')"));

      seller.click("button:has-text('Start the show')");
      shows(seller.locator("[data-connection][data-state=connected]"));
      writes(seller, "Ada");
      shows(seller.locator("#panel-live .badge.good"));
      writes(seller, "Bob");
      shows(seller.locator("#panel-live .badge.warn"));

      seller.click("button:has-text('End the show')");
      seller.click("dialog [data-confirm-yes]");
      shows(seller.locator("#panel-invoices"));
      shows(seller.locator("[data-connection][data-state=connected]"));
      seller.check("[data-send]");
      seller.click("button:has-text('Generate all invoices')");
      Locator sent = seller.locator("[data-invoice-status=sent]");
      shows(sent);
      assertThat(sent).containsText("It went as a private reply to the comment.");

      pays(browser.visitor(400), sent.locator("a[target=_blank]").getAttribute("href"));
      shows(seller.locator("[data-invoice-status=paid]"));
      assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
  }

  private static void shows(Locator part) {
    assertThat(part).isVisible(PATIENTLY);
  }

  private static void opensAWorkspace(Page page, ServerProcess server) {
    page.navigate(server.uri("/register/family").toString());
    page.fill("#lovedOneName", "Grace Hopper");
    page.fill("#name", "Sal Seller");
    page.fill("#email", "sal@example.org");
    page.fill("#password", PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(Pattern.compile("^(?!.*/register).*$"));
    page.navigate(server.uri("/shows").toString());
    page.fill("#name", "Sal's shop");
    page.click("main form button[type=submit]");
    shows(page.getByText("Your workspace is open."));
  }

  private static void isUpgraded(Page admin, ServerProcess server, Page seller) {
    seller.navigate(server.uri("/integrations").toString());
    assertThat(seller.locator("[data-availability=locked]")).hasCount(4);
    String stripe = seller.locator("[data-provider=stripe] a").getAttribute("href");
    admin.navigate(server.uri("/login").toString());
    admin.fill("#email", "admin@example.org");
    admin.fill("#password", PASSWORD);
    admin.locator("main form button[type=submit]").first().click();
    admin.waitForURL(Pattern.compile("^(?!.*/login).*$"));
    admin.navigate(server.uri(stripe).toString());
    admin.click("button:has-text('Put the workspace on Pro')");
    shows(admin.getByText("The workspace has its new plan."));
    assertThat(seller.locator("[data-availability=locked]")).hasCount(0);
  }

  private static void connects(Page page, ServerProcess server) {
    Page hub = page.context().newPage();
    hub.navigate(server.uri("/integrations").toString());
    assertThat(hub.locator("[data-provider=stripe]")).hasAttribute("data-status", "inactive");
    page.navigate(server.uri("/integrations/stripe").toString());
    page.click("button:has-text('Connect with Stripe')");
    page.fill("input[name=name]", "Sal's shop");
    page.locator("button:has-text('Give leave')").click();
    shows(page.getByText("It is connected."));
    assertThat(hub.locator("[data-provider=stripe]")).hasAttribute("data-status", "active");
    page.click("button:has-text('Test the connection')");
    shows(page.getByText("The connection works."));
    page.navigate(server.uri("/integrations/facebook").toString());
    page.fill("#pageId", "salspage");
    page.fill("#accessToken", "page_token_sandbox_salspage");
    page.click("form[data-method=page_token] button");
    shows(page.getByText("It is connected."));
  }

  /** Has somebody write under the broadcast, at the platform. */
  private static void writes(Page page, String name) {
    Object status =
        page.evaluate(
            "name => fetch('/sandbox/channels/comments', {method: 'POST', headers:"
                + " {'Content-Type': 'application/json'}, body: JSON.stringify({page: 'salspage',"
                + " post: 'post-1', name, text: 'sold 1'})}).then(answer => answer.status)",
            name);
    assertThat(status).isEqualTo(200);
  }

  private static void pays(Page page, String link) {
    page.navigate(link);
    page.fill("[name=cardNumber]", "4242 4242 4242 4242");
    page.fill("[name=expiry]", Ahead.endOfCard());
    page.fill("[name=cvc]", "123");
    page.locator("form button").first().click();
    shows(page.getByText("This invoice is paid."));
  }
}
