package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in, and choosing a workspace. */
class LiveSellingPagesTest extends LiveSellingPagesScene {
  @Test
  void whoWantsToSellRegistersAndIsLedToTheirShows() {
    Visitor newcomer = new Visitor(SERVER);
    newcomer.open("/register/seller").is(200);
    String email = house.anAddress().value();

    newcomer
        .send("/register/seller", "name", "Olga Perez", "email", email, "password", "long enough")
        .leadsTo("/shows");

    newcomer.open("/shows").is(200);
    new Visitor(SERVER)
        .send("/register/seller", "name", "Olga", "email", email, "password", "long enough")
        .is(422)
        .says("There is already an account");
    new Visitor(SERVER)
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
    new Visitor(SERVER).open(page).leadsTo("/login?next=" + page.replace("/", "%2F"));
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
    new Visitor(SERVER).send(page, "name", "x").leadsTo("/login");
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
    new Visitor(SERVER).open("/").is(200).saysNot("href=\"/integrations\"");
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
}
