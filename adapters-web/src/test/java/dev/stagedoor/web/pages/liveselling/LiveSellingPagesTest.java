package dev.stagedoor.web.pages.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.liveselling.IntegrationView;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.IntegrationSettings;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Visitor;
import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSellingPagesTest {
  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final InMemoryStagedoor house = server.house();
  private final Seller seller = new Seller(house);
  private final Visitor visitor = Visitor.signedIn(server, seller.person());

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
    Visitor admin = new Visitor(server);
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

  // Coming in

  @Test
  void whoWantsToSellRegistersAndIsLedToTheirShows() {
    Visitor newcomer = new Visitor(server);
    newcomer.open("/register/seller").is(200);
    String email = house.anAddress().value();

    newcomer
        .send("/register/seller", "name", "Olga Perez", "email", email, "password", "long enough")
        .leadsTo("/shows");

    newcomer.open("/shows").is(200);
    new Visitor(server)
        .send("/register/seller", "name", "Olga", "email", email, "password", "long enough")
        .is(422)
        .says("There is already an account");
    new Visitor(server)
        .send("/register/seller", "name", "Olga", "email", "nobody", "password", "long enough")
        .is(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/integrations",
        "/integrations/stripe",
        "/shows",
        "/shows/workspace",
        "/shows/018f0000-0000-7000-8000-000000000000"
      })
  void aVisitorIsLedToSignInAndBack(String page) {
    new Visitor(server).open(page).leadsTo("/login?next=" + page.replace("/", "%2F"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/integrations/stripe/connect",
        "/integrations/stripe/test",
        "/integrations/stripe/settings",
        "/integrations/stripe/disconnect",
        "/integrations/stripe/plan",
        "/shows",
        "/shows/workspace",
        "/shows/018f0000-0000-7000-8000-000000000000/start",
        "/shows/018f0000-0000-7000-8000-000000000000/end",
        "/shows/018f0000-0000-7000-8000-000000000000"
      })
  void aVisitorChangesNothing(String page) {
    new Visitor(server).send(page, "name", "x").leadsTo("/login");
  }

  @Test
  void whatIsSomebodyElsesIsNotThere() {
    Seller other = new Seller(house);
    WorkspaceId theirs = other.workspace("Theirs", Plan.PRO);
    ShowId show = other.show(theirs, "Secret sale");
    seller.workspace("Mine", Plan.PRO);
    String named = "?workspaceId=" + theirs.value();

    visitor.open("/integrations" + named).is(404).saysNot("Theirs");
    visitor.open("/integrations/stripe" + named).is(404);
    visitor.open("/shows" + named).is(404);
    visitor.open("/shows?workspaceId=nonsense").is(404);
    visitor.open("/shows/" + show.value()).is(404).saysNot("Secret sale");
    visitor.send("/shows/" + show.value(), "name", "Mine now").is(404);
    visitor.send("/shows/" + show.value() + "/start").is(404);
    visitor.send("/integrations/stripe/disconnect" + named).is(404);
    visitor.send("/integrations/stripe/connect" + named, "method", "oauth").is(404);
    visitor.send("/shows" + named, "name", "In theirs").is(404);
  }

  @Test
  void theNavigationLeadsToShowsAndIntegrations() {
    seller.workspace("Mine", Plan.FREE);

    visitor.open("/").is(200).says("href=\"/shows\"", "href=\"/integrations\"", "Live selling");
    visitor.open("/shows").is(200).says("href=\"/shows\" aria-current=\"page\"");
    new Visitor(server).open("/").is(200).saysNot("href=\"/integrations\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shows", "/integrations", "/integrations/stripe"})
  void whoHasNoWorkspaceOpensOne(String page) {
    visitor.open(page).is(200).says("action=\"/shows/workspace\"", "value=\"USD\" selected");
  }

  @Test
  void theWorkspaceIsOpenedAndItsFaultsStandBesideTheirFields() {
    visitor
        .send("/shows/workspace", "name", " ", "currency", "XYZ", "next", "/shows")
        .is(422)
        .says("aria-invalid=\"true\"");
    visitor
        .send("/shows/workspace", "name", "Antiques", "currency", "EUR", "next", "/integrations")
        .leadsTo("/integrations?done=workspace_opened");
    visitor
        .send("/shows/workspace", "name", "B", "currency", "EUR", "next", "https://evil.example")
        .leadsTo("/shows?done=workspace_opened");
    visitor.open("/integrations?done=workspace_opened").is(200).says("Your workspace is open.");
  }

  @Test
  void amongSeveralWorkspacesOneIsChosenAndRemembered() {
    WorkspaceId one = seller.workspace("Antiques", Plan.FREE);
    WorkspaceId other = seller.workspace("Books & Maps", Plan.PRO);

    visitor
        .open("/integrations?workspaceId=" + one.value())
        .is(200)
        .says("value=\"" + one.value() + "\" selected", "Books &amp; Maps");
    visitor.open("/shows").is(200).says("value=\"" + one.value() + "\" selected");
    visitor.open("/shows?workspaceId=" + other.value()).is(200);
    visitor.open("/integrations").is(200).says("value=\"" + other.value() + "\" selected");
  }

  // The hub

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
    Pages pages = server.bean(Pages.class);
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

  // One provider

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

  // Shows

  @Test
  void aShowIsPlannedStartedAndEnded() {
    seller.workspace("Antiques", Plan.PRO);
    visitor.open("/shows").is(200).says("No shows yet", "action=\"/shows?workspaceId=");
    visitor.send("/shows", "name", "").is(422).says("id=\"name-fault\"");
    String console =
        visitor
            .send("/shows", "name", "Friday <sale>", "platformPostId", "post-1")
            .leadsTo("/shows/")
            .location()
            .replaceFirst("\\?.*", "");

    visitor.open("/shows").is(200).says("Friday &lt;sale&gt;", "Planned");
    visitor
        .open(console)
        .is(200)
        .says("Friday &lt;sale&gt;", "post-1", console + "/start", "id=\"tab-live\"")
        .saysNot(console + "/end");
    visitor.send(console + "/start").leadsTo(console + "?tab=live");
    visitor.open(console).is(200).says("badge live", console + "/end").saysNot("/start\"");
    visitor.send(console + "/end").leadsTo(console + "?tab=invoices");
    visitor
        .open(console)
        .is(200)
        .says("Ended", "id=\"panel-live\" aria-labelledby=\"tab-live\" data-panel=\"live\" hidden")
        .saysNot(console + "/end", console + "/start");
  }

  @Test
  void aSecondShowDoesNotStartOnAPost() {
    WorkspaceId workspace = seller.workspace("Antiques", Plan.PRO);
    String first = "/shows/" + seller.show(workspace, "First").value();
    String second = "/shows/" + seller.show(workspace, "Second").value();
    visitor.send(first, "name", "First", "platformPostId", "post-7").leadsTo(first);
    visitor.send(second, "name", "Second", "platformPostId", "post-7").leadsTo(second);
    visitor.send(first + "/start").leadsTo(first + "?tab=live");

    visitor
        .send(second + "/start")
        .is(422)
        .says("Another live show of this workspace follows this post.", second + "/start");

    visitor.send(first + "/end").leadsTo(first);
    visitor.send(second + "/start").leadsTo(second + "?tab=live");
  }

  @Test
  void aShowIsRenamedAndItsFaultsStandBesideTheirFields() {
    ShowId show = seller.show(seller.workspace("Antiques", Plan.PRO), "Friday sale");
    String console = "/shows/" + show.value();

    visitor.send(console, "name", " ", "platformPostId", "").is(422).says("id=\"name-fault\"");
    visitor.send(console, "name", "Saturday sale", "platformPostId", "p9").leadsTo(console);
    visitor.open(console).is(200).says("Saturday sale", "p9").saysNot("Friday sale");
  }

  private ShowId aLiveShow(Plan plan) {
    WorkspaceId workspace = seller.workspace("Antiques", plan);
    if (plan != Plan.FREE) {
      seller.connect(workspace, "stripe");
    }
    ShowId show = seller.show(workspace, "Friday sale");
    seller.item(show, 1, "Vase <blue>", Optional.of(1_000L), 1);
    seller.item(show, 2, "Old map", Optional.empty(), 5);
    seller.start(show);
    return show;
  }

  private Visitor.Shown tab(ShowId show, String tab) {
    return visitor.open("/shows/" + show.value() + "?tab=" + tab).is(200);
  }

  @Test
  void commentsAndWhatCameOfThemAreShownTheNewestFirst() {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "sold 1");
    house.clock().advance(Duration.ofSeconds(1));
    seller.comment(show, "bob", "what a <lovely> vase");

    Visitor.Shown live = tab(show, "live");

    live.says("sold 1", "what a &lt;lovely&gt; vase", "No claim.", "badge good\">Claimed<");
    assertThat(live.html().indexOf("lovely")).isLessThan(live.html().indexOf("sold 1"));
  }

  @Test
  void itemsAreShownWithWhoIsInLine() {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "sold 1");
    seller.comment(show, "bob", "sold 1");

    tab(show, "items")
        .says(
            "Vase &lt;blue&gt;",
            "$10.00",
            "No price",
            "Who has item 1 (2)",
            "badge good\">Claimed<",
            "badge warn\">Waiting<",
            "data-act=\"DELETE\" data-path=\"/api/shows/" + show.value() + "/claims/")
        .saysNot("badge good\">Waiting<");
  }

  @Test
  void onlyTheOpenTabIsFilledIn() {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "sold 1");

    tab(show, "items").saysNot("sold 1");
    tab(show, "live").saysNot("Old map");
    visitor.open("/shows/" + show.value() + "?tab=nonsense").is(200).says("sold 1");
  }

  @Test
  void buyersAreShownWithWhatTheyHave() {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "sold 1");
    seller.comment(show, "ada", "2 x2");

    tab(show, "buyers").says("ada", "$10.00", "Old map", "× 2", "No invoice yet.");
  }

  @Test
  void withoutAPaymentProviderTheInvoicesSayWhatIsMissing() {
    ShowId show = aLiveShow(Plan.FREE);
    seller.comment(show, "ada", "sold 1");

    tab(show, "invoices").says("No payment provider is connected", "href=\"/integrations?");
  }

  @Test
  void anInvoiceIsGeneratedSentByHandAndPaid() {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "sold 1");
    tab(show, "invoices")
        .says("data-buyer=\"ada\" data-invoice-status=\"none\"", "Generate all invoices", "$10.00")
        .saysNot("No payment provider is connected");

    InvoiceView invoice = seller.generate(show).get(0);
    String url = invoice.externalUrl().orElseThrow();
    tab(show, "invoices")
        .says(
            "data-invoice-status=\"draft\"",
            "/invoices/" + invoice.id() + "/send",
            "/invoices/" + invoice.id() + "/void",
            "href=\"" + url + "\"")
        .saysNot("Generate all invoices", "data-copy=\"link-");

    seller.send(show, invoice);
    tab(show, "invoices")
        .says(
            "Please send the link yourself.",
            "No page is connected that works.",
            "data-copy=\"link-" + invoice.id() + "\"",
            "value=\"" + url + "\"");

    seller.pay(show, invoice);
    tab(show, "invoices")
        .says("data-invoice-status=\"paid\"", "badge good\">Paid<")
        .saysNot("/send\"", "/void\"", "data-copy=\"link-");
  }

  @Test
  void anInvoiceOverNothingSaysWhyAndCanBeTriedAgain() {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "2");

    InvoiceView invoice = seller.generate(show).get(0);

    tab(show, "invoices")
        .says(
            "badge bad\">Error<", "There is nothing to pay", "/invoices/" + invoice.id() + "/retry")
        .saysNot("/send\"");
  }

  @Test
  void aVoidInvoiceStaysAndTheBuyerCanBeBilledAnew() {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "sold 1");
    InvoiceView invoice = seller.generate(show).get(0);
    seller.cancel(show, invoice);

    tab(show, "invoices")
        .says("data-invoice-status=\"none\"", "data-invoice-status=\"void\"", ">Void<")
        .saysNot("/void\"", "/retry\"");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageSpeaksEveryLanguage(Language language) {
    ShowId show = aLiveShow(Plan.PRO);
    seller.comment(show, "ada", "sold 1");
    seller.comment(show, "bob", "sold 1");
    seller.generate(show);
    String lang = "lang=" + language.code();

    visitor.open("/integrations?" + lang).is(200).says("dir=\"" + direction(language) + "\"");
    for (String page :
        List.of("/integrations/stripe", "/integrations/facebook", "/shows", "/shows/workspace")) {
      visitor.open(page).is(200);
    }
    for (String tab : ShowPage.TABS) {
      tab(show, tab);
    }
  }

  private static String direction(Language language) {
    return language.isRightToLeft() ? "rtl" : "ltr";
  }

  @Test
  void whoGetsFewerThanAskedForIsShownWithBoth() {
    ShowId show = seller.show(seller.workspace("Hats", Plan.FREE), "Friday");
    seller.item(show, 7, "Felt hat", Optional.of(4200L), 3);
    seller.start(show);
    seller.comment(show, "Ana", "mine 7 x2");
    seller.comment(show, "Luis", "mine 7 x2");

    visitor.open("/shows/" + show.value()).is(200).says("× 2", ">1 of 2<");
  }
}
