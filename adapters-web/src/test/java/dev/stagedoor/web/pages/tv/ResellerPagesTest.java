package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The desk of resellers, and who may sit there. */
class ResellerPagesTest extends TvPagesScene {

  @Test
  void aResellerMakesRenewsSuspendsAndResumesAClient() {
    Visitor alex = reseller(1_200);
    alex.open("/").is(200).says("href=\"/reseller\"");
    Visitor.Shown desk = alex.open("/reseller").is(200);
    desk.says("1,200", "No clients here.", "format=csv");
    String email = house.anAddress().value();
    String[] wanted = {
      "fullName",
      "Local Customer",
      "email",
      email,
      "password",
      "tempPass123",
      "plan",
      "price_basic_monthly",
      "key",
      desk.field("key")
    };

    String client = alex.send("/reseller/clients", wanted).leadsTo("/reseller/clients/").location();
    assertThat(alex.send("/reseller/clients", wanted).location()).isEqualTo(client);

    alex.open("/reseller?search=local").is(200).says("Local Customer", "701", "Active");
    alex.open("/reseller?search=nobody").is(200).says("No clients here.");
    String path = client.replaceFirst("\\?.*", "");
    String key =
        alex.open(path)
            .is(200)
            .says("You have 701 credits.", "10 days of one for 1,000")
            .field("key");
    alex.send(path, "act", "renew", "plan", "price_basic_monthly", "key", key)
        .leadsTo(path + "?done=tv_client_renewed");
    alex.send(path, "act", "renew", "plan", "price_premium_monthly", "key", "other")
        .is(422)
        .says("There are not enough credits.");
    alex.send(path, "act", "whatever").is(422);
    alex.send(path, "act", "suspend").leadsTo(path + "?done=tv_client_suspended");
    alex.open(path).is(200).says("Suspended", "Serve again");
    alex.send(path, "act", "resume").leadsTo(path + "?done=tv_client_resumed");

    alex.open("/reseller/transactions")
        .is(200)
        .says("Client made", "Client renewed", "Given", "-499", "202");
    alex.open("/reseller/transactions?from=2001-01-01&to=2001-01-02")
        .is(200)
        .says("No credits were moved", "from=2001-01-01T00:00:00Z", "to=2001-01-03T00:00:00Z");
    alex.send(
            "/reseller/clients",
            wanted[0],
            "Again",
            "email",
            email,
            "password",
            "tempPass123",
            "plan",
            "price_basic_monthly",
            "key",
            "third")
        .is(422);
    reseller(0).open(path).is(404);
  }

  @Test
  void onlyResellersAndAdminsSeeTheirPages() {
    Visitor john = newcomer("John Doe");

    john.open("/").is(200).saysNot("href=\"/reseller\"", "href=\"/admin\"");
    john.open("/reseller").is(403);
    john.open("/reseller/transactions").is(403);
    for (String path : List.of("/admin/tv", "/admin/users", "/admin/plans", "/admin/audit")) {
      john.open(path).is(403);
    }
    john.send(
            "/admin/users/" + UUID.randomUUID() + "/credits",
            "amount",
            "5",
            "description",
            "x",
            "act",
            "add")
        .is(403);
  }
}
