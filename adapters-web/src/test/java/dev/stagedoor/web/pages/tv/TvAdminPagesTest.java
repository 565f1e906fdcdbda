package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.web.pages.Visitor;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What admins of subscription TV change, and what the record says of it. */
class TvAdminPagesTest extends TvPagesScene {

  @Test
  void anAdminGivesARoleAndCreditsAndTheRecordSaysSo() {
    Visitor admin = Visitor.signedIn(SERVER, house.admin());
    var person = person(Role.USER);
    String email = person.email().value();
    String path = "/admin/users/" + person.actor().userId().value();

    admin.open("/admin/users?search=" + email).is(200).says(email, path, "Active");
    admin.open("/admin/users?search=nobody-has-this").is(200).says("No account fits");
    admin
        .send(path + "/role", "role", "reseller", "reason", "Signed <the> contract")
        .leadsTo(path + "?done=tv_role_changed");
    String key = admin.open(path).is(200).says("Reseller").field("key");
    String[] credits = {"amount", "5000", "description", "Bulk", "act", "add", "key", key};
    admin.send(path + "/credits", credits).leadsTo(path + "?done=tv_credits_added");
    admin.send(path + "/credits", credits).leadsTo(path + "?done=tv_credits_added");
    admin.open(path).is(200).says(">5,000<");
    admin
        .send(path + "/credits", "amount", "9000", "description", "x", "act", "deduct", "key", "k2")
        .is(422)
        .says("There are not enough credits.");
    admin.send(path + "/credits", "amount", "many", "description", "x", "act", "add").is(422);
    admin
        .send(path + "/standing", "act", "suspend", "reason", "Fraud")
        .leadsTo(path + "?done=tv_user_suspended");
    admin.open(path).is(200).says("Suspended", "Let in again");
    admin.send(path + "/standing", "reason", "no act is named").is(422);
    admin.send(path + "/credits", "amount", "5", "description", "x", "act", "burn").is(422);
    admin.send(path + "/standing", "act", "resume").leadsTo(path + "?done=tv_user_resumed");

    admin
        .open("/admin/audit?about=" + person.actor().userId().value())
        .is(200)
        .says("Role changed", "Signed &lt;the&gt; contract", "Account suspended", "Fraud")
        .says("Credits added", InMemoryStagedoor.ADMIN.value())
        .says(person.email().value(), house.account(person.actor().userId()).name().display())
        .saysNot(">" + person.actor().userId().value() + "<");
    admin.open("/admin/audit").is(200).says("Role changed");
    admin.open("/admin/users/" + UUID.randomUUID()).is(404);
    String own = "/admin/users/" + house.admin().actor().userId().value();
    admin.open(own).is(200).says("This is your own account").saysNot(own + "/role");
  }

  @Test
  void anAdminOffersChangesAndArchivesAPlan() {
    Visitor admin = Visitor.signedIn(SERVER, house.admin());
    String price = "price_" + UUID.randomUUID();
    String[] plan = {
      "name",
      "Black Friday Special",
      "stripePriceId",
      price,
      "priceMonthly",
      "7.99",
      "currency",
      "USD",
      "maxProfiles",
      "5",
      "maxPlaylists",
      "10",
      "maxFavorites",
      "500",
      "features",
      "ads=no\r\nhd"
    };
    admin.send("/admin/plans", plan).leadsTo("/admin/plans?done=tv_plan_offered");
    admin.send("/admin/plans", plan).is(422).says("has this price");

    visitor.open("/tv/plans").is(200).says("Black Friday Special", "$7.99", "No advertisements");
    Matcher matcher =
        Pattern.compile("/admin/plans/([0-9a-f-]{36})\" dir=\"auto\">Black Friday Special")
            .matcher(admin.open("/admin/plans").is(200).html());
    assertThat(matcher.find()).isTrue();
    String path = "/admin/plans/" + matcher.group(1);
    admin.open(path).is(200).says("value=\"500\"", "ads=no");
    admin
        .send(
            path,
            "name",
            "Late Friday",
            "maxProfiles",
            "0",
            "maxPlaylists",
            "1",
            "maxFavorites",
            "5")
        .is(422)
        .says("from 1 to 100");
    admin
        .send(
            path,
            "name",
            "Late Friday",
            "maxProfiles",
            "6",
            "maxPlaylists",
            "1",
            "maxFavorites",
            "5")
        .leadsTo("/admin/plans?done=tv_plan_saved");
    admin.send(path + "/archive").leadsTo("/admin/plans?done=tv_plan_archived");
    visitor.open("/tv/plans").is(200).saysNot("Late Friday", "Black Friday");
    admin.open("/admin/plans").is(200).says("Late Friday", "Archived");
  }

  @Test
  void figuresAreShownToAdmins() {
    Visitor unused = newcomer("Somebody");

    Visitor.signedIn(SERVER, house.admin())
        .open("/admin/tv")
        .is(200)
        .says("In their trial", "Active subscriptions", "Credits outstanding");
  }
}
