package dev.stagedoor.web.pages.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.liveselling.IntegrationView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.IntegrationSettings;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Visitor;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Connecting accounts at the hub. */
class IntegrationPagesTest extends LiveSellingPagesScene {
  /** Returns the part of the hub that shows one provider. */
  private static String tile(Visitor.Shown hub, String provider) {
    Matcher matcher =
        Pattern.compile(
                "<li class=\"panel tile\" data-provider=\"" + provider + "\".*?</li>",
                Pattern.DOTALL)
            .matcher(hub.html());
    assertThat(matcher.find()).as("tile of %s", provider).isTrue();
    return matcher.group();
  }

  private static Visitor admin() {
    Visitor admin = new Visitor(SERVER);
    admin
        .send(
            "/login",
            "email",
            InMemoryStagedoor.ADMIN.value(),
            "password",
            InMemoryStagedoor.PASSWORD.reveal())
        .leadsTo("/admin");
    return admin;
  }

  @Test
  void whatThePlanDoesNotIncludeIsLocked() {
    seller.workspace("Antiques", Plan.FREE);

    Visitor.Shown hub = visitor.open("/integrations").is(200);

    assertThat(tile(hub, "stripe"))
        .contains("Available on Pro", ">Upgrade<", "img/integrations/stripe.svg")
        .doesNotContain(">Connect<");
    assertThat(tile(hub, "facebook")).contains(">Connect<").doesNotContain("Available on");
  }

  @Test
  void whatThePlanIncludesCanBeConnected() {
    seller.workspace("Antiques", Plan.PRO);

    Visitor.Shown hub = visitor.open("/integrations").is(200);

    assertThat(tile(hub, "stripe")).contains(">Connect<").doesNotContain("Available on");
    assertThat(tile(hub, "medusajs")).contains("no page to pay on");
    assertThat(tile(hub, "square")).doesNotContain("no page to pay on");
  }

  @Test
  void whatIsConnectedIsManagedAndTheNextNeedsMore() {
    WorkspaceId workspace = seller.workspace("Antiques", Plan.PRO);
    seller.connect(workspace, "stripe");

    Visitor.Shown hub = visitor.open("/integrations").is(200);

    assertThat(tile(hub, "stripe")).contains("badge good", "Connected", ">Manage<");
    assertThat(tile(hub, "square")).contains("Available on Business", ">Upgrade<");
    hub.saysNot(Seller.KEY.reveal());
  }

  @Test
  void whatIsConnectedAndNoLongerIncludedIsLockedAndCanBeDisconnected() {
    WorkspaceId workspace = seller.workspace("Antiques", Plan.PRO);
    seller.connect(workspace, "stripe");
    seller.plan(workspace, Plan.FREE);

    assertThat(tile(visitor.open("/integrations").is(200), "stripe"))
        .contains("Available on Pro", ">Manage<");
    visitor
        .open("/integrations/stripe")
        .is(200)
        .says("it is not in use", "/integrations/stripe/disconnect")
        .saysNot("/integrations/stripe/connect?", "/integrations/stripe/test");
    visitor.send("/integrations/stripe/disconnect").leadsTo("/integrations/stripe?");
  }

  @Test
  void whatDoesNotWorkSaysWhy() {
    WorkspaceId workspace = seller.workspace("Antiques", Plan.PRO);
    seller.connect(workspace, "stripe");
    broken(workspace);

    assertThat(tile(visitor.open("/integrations").is(200), "stripe"))
        .contains("badge bad", "Does not work", "does not know this key");
    visitor.open("/integrations/stripe").is(200).says("role=\"alert\"", "does not know this key");
  }

  /** Has the provider say that it does not take the key any more. */
  private void broken(WorkspaceId workspace) {
    house
        .unitOfWork()
        .run(
            () -> {
              var integrations = house.liveSelling().integrations();
              var integration =
                  integrations.lock(workspace, new ProviderId("stripe")).orElseThrow();
              assertThat(integration.broke(IntegrationProblem.REVOKED, house.clock().instant()))
                  .isTrue();
              integrations.save(integration);
            });
  }

  private String render(String template, Object page) {
    Pages pages = SERVER.bean(Pages.class);
    return pages.render(pages.shell(HttpRequest.GET("/integrations"), Language.EN), template, page);
  }

  @Test
  void whatIsNotOnHereIsComingSoon() {
    Chosen chosen =
        new Chosen(
            new WorkspaceView(
                UUID.randomUUID(),
                "Antiques",
                Currency.getInstance("USD"),
                "pro",
                List.of(),
                Instant.EPOCH),
            List.of());
    IntegrationView view =
        new IntegrationView(
            "square",
            Optional.empty(),
            "payment",
            List.of("api_key"),
            true,
            true,
            "coming_soon",
            "pro",
            "inactive",
            Optional.empty(),
            "Square",
            "",
            Optional.empty(),
            IntegrationSettings.standard(),
            Optional.empty());

    assertThat(render("liveselling/integrations", new HubPage(chosen, List.of(view))))
        .contains("Coming soon")
        .doesNotContain(">Connect<", ">Upgrade<", ">Manage<");
    assertThat(
            render(
                "liveselling/integration",
                new IntegrationPage(chosen, view, "", Form.empty(), Form.empty())))
        .contains("Coming soon", "cannot be connected on this server yet")
        .doesNotContain("/integrations/square/connect");
  }

  @Test
  void aProviderIsConnectedByAKeyThatIsNeverShown() {
    seller.workspace("Antiques", Plan.PRO);
    Visitor.Shown before = visitor.open("/integrations/stripe").is(200);
    before.says(
        "name=\"shown\" value=\"oauth\"",
        "name=\"shown\" value=\"api_key\"",
        "name=\"secretKey\" type=\"password\"",
        "name=\"webhookSecret\" type=\"password\"",
        "name=\"publishableKey\"");
    assertThat(before.answer().headers("Cache-Control")).containsExactly("no-store");

    visitor
        .send(
            "/integrations/stripe/connect",
            "method",
            "api_key",
            "secretKey",
            Seller.KEY.reveal(),
            "publishableKey",
            "",
            "webhookSecret",
            "whsec_of_the_shop",
            "displayName",
            "Our Stripe")
        .leadsTo("/integrations/stripe?workspaceId=");

    visitor
        .open("/integrations/stripe?done=connected")
        .is(200)
        .says(
            "It is connected.", "Our Stripe", "/api/webhooks/stripe/", "data-copy=\"webhook-url\"")
        .saysNot(Seller.KEY.reveal(), "whsec_of_the_shop");
  }

  @Test
  void aKeyThatIsNoneIsRefusedBesideItsField() {
    seller.workspace("Antiques", Plan.PRO);

    visitor
        .send("/integrations/stripe/connect", "method", "api_key", "secretKey", "pk_live_hidden")
        .is(422)
        .says("id=\"secretKey-fault\"", "This is not a key or token", "value=\"api_key\" checked")
        .saysNot("pk_live_hidden");
    visitor
        .send("/integrations/stripe/connect", "method", "api_key", "secretKey", " ")
        .is(422)
        .says("id=\"secretKey-fault\"");
    visitor
        .send(
            "/integrations/facebook/connect",
            "method",
            "page_token",
            "pageId",
            "",
            "accessToken",
            "")
        .is(422)
        .says("id=\"pageId-fault\"", "id=\"accessToken-fault\"");
  }

  @Test
  void aProviderThatCannotBeReachedSaysSoOnThePage() {
    seller.workspace("Antiques", Plan.PRO);
    house.invoicing().fail(FarSideFailure.DOWN);

    try {
      visitor
          .send(
              "/integrations/stripe/connect", "method", "api_key", "secretKey", Seller.KEY.reveal())
          .is(502)
          .says("cannot be reached", "name=\"secretKey\"")
          .saysNot(Seller.KEY.reveal());
    } finally {
      house.invoicing().recover();
    }
  }

  @Test
  void connectingBySigningInLeadsToTheProvider() {
    seller.workspace("Antiques", Plan.PRO);

    visitor
        .send("/integrations/stripe/connect", "method", "oauth")
        .leadsTo("https://connect.example/leave?state=");
    assertThat(
            visitor
                .open("/integrations/stripe")
                .answer()
                .header("Content-Security-Policy")
                .orElseThrow())
        .contains("form-action 'self' https:;");
  }

  @Test
  void aSiteIsAskedForWhereAKeyAloneDoesNotSayWhere() {
    seller.workspace("Antiques", Plan.PRO);

    visitor.open("/integrations/shopify").is(200).says("name=\"site\"").saysNot("name=\"shown\"");
    visitor.open("/integrations/stripe").is(200).saysNot("name=\"site\"");
    visitor.open("/integrations/medusajs").is(200).says("no page to pay on");
  }

  @Test
  void aConnectionIsTestedAndDisconnected() {
    WorkspaceId workspace = seller.workspace("Antiques", Plan.PRO);
    seller.connect(workspace, "stripe");
    String page = "/integrations/stripe?workspaceId=" + workspace.value();

    visitor.send("/integrations/stripe/test").leadsTo(page + "&done=connection_works");
    visitor.open(page).is(200).says("data-confirm=", "Connected since");
    visitor.send("/integrations/stripe/disconnect").leadsTo(page + "&done=disconnected");
    visitor
        .open(page)
        .is(200)
        .says("name=\"secretKey\"")
        .saysNot("/integrations/stripe/disconnect", "badge good");
  }

  @Test
  void settingsAreSavedAndTheirFaultsStandBesideTheirFields() {
    WorkspaceId workspace = seller.workspace("Antiques", Plan.PRO);
    seller.connect(workspace, "stripe");

    visitor
        .send(
            "/integrations/stripe/settings",
            "settings.currency",
            "EUR",
            "settings.memoTemplate",
            "Thank you for {show}",
            "settings.daysUntilDue",
            "14")
        .leadsTo("/integrations/stripe?workspaceId=");
    Visitor.Shown shown = visitor.open("/integrations/stripe").is(200);
    assertThat(shown.field("settings.memoTemplate")).isEqualTo("Thank you for {show}");
    assertThat(shown.field("settings.daysUntilDue")).isEqualTo("14");
    shown.says("value=\"EUR\" selected");

    visitor
        .send(
            "/integrations/stripe/settings",
            "settings.currency",
            "nonsense",
            "settings.memoTemplate",
            "x",
            "settings.daysUntilDue",
            "soon")
        .is(422)
        .says("id=\"settings-currency-fault\"", "id=\"settings-daysUntilDue-fault\"");
    visitor
        .send(
            "/integrations/stripe/settings",
            "settings.currency",
            "",
            "settings.memoTemplate",
            " ",
            "settings.daysUntilDue",
            "400")
        .is(422)
        .says("id=\"settings-memoTemplate-fault\"", "id=\"settings-daysUntilDue-fault\"");
  }

  @Test
  void onlyAdminsUpgrade() {
    WorkspaceId workspace = seller.workspace("Antiques", Plan.FREE);
    String upgrade = "/integrations/stripe/plan?workspaceId=" + workspace.value();

    visitor
        .open("/integrations/stripe")
        .is(200)
        .says(
            "Available on Pro",
            "An administrator of this server changes plans",
            "PATCH /api/workspaces/" + workspace.value())
        .saysNot("/integrations/stripe/plan", "/integrations/stripe/connect");
    visitor.send(upgrade, "plan", "pro").is(403);

    Visitor admin = admin();
    admin
        .open("/integrations/stripe?workspaceId=" + workspace.value())
        .is(200)
        .says("Put the workspace on Pro");
    admin.send(upgrade, "plan", "pro").leadsTo("/integrations/stripe?workspaceId=");
    visitor.open("/integrations/stripe").is(200).says("name=\"secretKey\"");
  }

  @Test
  void aProviderNobodyKnowsIsNotThere() {
    seller.workspace("Antiques", Plan.PRO);

    visitor.open("/integrations/nobody").is(404);
    visitor.open("/integrations/No%20Body").is(404);
  }
}
