package dev.stagedoor.web.pages.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Planning and running a show. */
class ShowPagesTest extends LiveSellingPagesScene {
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
