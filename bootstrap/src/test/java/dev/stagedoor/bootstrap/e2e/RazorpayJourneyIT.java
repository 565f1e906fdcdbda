package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static dev.stagedoor.bootstrap.e2e.Browser.look;
import static dev.stagedoor.bootstrap.e2e.Browser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.stagedoor.providers.razorpay.RazorpayStub;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family pays in Razorpay's window, with a stand-in for Razorpay, in a browser. */
class RazorpayJourneyIT {
  @TempDir Path data;

  @Test
  void aFamilyLeavesIsDeclinedAndPays() throws Exception {
    try (RazorpayStub razorpay = RazorpayStub.start();
        ServerProcess server = ServerProcess.start(data, Ports.next(), settings(razorpay));
        Browser browser = Browser.open()) {
      razorpay.tellTo(server.uri("/api/webhooks/razorpay"));
      Journey family =
          new Journey(server.api(), "ana@example.org").registers("José Pérez").schedules();
      Page page = browser.visitor(1200);
      List<String> complaints = listen(page);
      signIn(page, server, family);
      page.navigate(server.uri("/memorial/" + family.memorial() + "/payment").toString());
      Locator window = page.getByRole(AriaRole.DIALOG, named("Razorpay"));

      pay(page);
      assertThat(window).isVisible();
      look(page, "razorpay-window");
      press(window, "Close");
      assertThat(page.getByText(Pattern.compile("You closed the payment window"))).isVisible();

      pay(page);
      press(window, "Be declined");
      assertThat(window.getByText("Your bank said no")).isVisible();
      press(window, "Close");
      assertThat(page.getByText("Insufficient funds. Please")).isVisible();
      look(page, "razorpay-declined");

      pay(page);
      press(window, "Pay at the bank");
      assertThat(page.getByText("Thank you. It is booked.")).isVisible();
      look(page, "razorpay-paid");

      family.isPaid();
      assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
  }

  private static String[] settings(RazorpayStub razorpay) {
    return Stream.concat(
            razorpay.settings().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
            Stream.of("--stagedoor.routes.payments.default=razorpay"))
        .toArray(String[]::new);
  }

  private static void signIn(Page page, ServerProcess server, Journey family) {
    page.navigate(server.uri("/login").toString());
    page.getByLabel("E-mail address").fill(family.email());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill("a long password");
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
  }

  private static void pay(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Pay ")))
        .click();
  }

  private static void press(Locator within, String button) {
    within.getByText(button).click();
  }
}
