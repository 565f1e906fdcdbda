package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who watches: profiles, their PINs, and what a kids’ profile keeps closed. */
class ProfilePagesTest extends TvPagesScene {

  @Test
  void aProfileWithAPinOpensOnlyWithIt() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Sarah", "parentalPin", "12")
        .is(422)
        .says("A PIN has four to eight digits.");
    john.send("/tv/profiles", "name", "Sarah", "parentalPin", "4321")
        .leadsTo("/tv/account?done=tv_profile_added");
    String sarah = "/tv/profiles/" + profile(john, "Sarah");

    john.open(sarah + "/open").is(200).says("Open Sarah", "type=\"password\"");
    john.send(sarah + "/open", "pin", "1111").is(403).says("Invalid PIN").saysNot("1111");
    assertThat(john.cookies()).doesNotContainKey("tv_profile");

    Visitor.Shown opened = john.send(sarah + "/open", "pin", "4321").leadsTo("/tv/watch");

    assertThat(profileCookies(opened))
        .allSatisfy(
            cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax"))
        .satisfiesExactlyInAnyOrder(
            ofPages -> assertThat(ofPages).contains("Path=/tv;"),
            ofParties -> assertThat(ofParties).contains("Path=/ws/connect;"));
    john.open("/tv/watch").is(200).says("Watching as", "Sarah");
  }

  private static List<String> profileCookies(Visitor.Shown page) {
    return page.answer().headers("Set-Cookie").stream()
        .filter(one -> one.startsWith("tv_profile="))
        .toList();
  }

  @Test
  void afterFiveWrongPinsEvenTheRightOneWaits() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Sarah", "parentalPin", "4321").leadsTo("/tv/account");
    String sarah = "/tv/profiles/" + profile(john, "Sarah") + "/open";
    IntStream.range(0, 5).forEach(i -> john.send(sarah, "pin", "000" + i).is(403));

    john.send(sarah, "pin", "4321").is(429).says("Too many wrong PINs");

    house.later(Duration.ofMinutes(16));
    john.send(sarah, "pin", "4321").leadsTo("/tv/watch");
  }

  @Test
  void fromAKidsProfileNothingIsManagedAndItsPinIsNeededToLeave() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Timmy", "isKids", "on", "parentalPin", "9876")
        .leadsTo("/tv/account");
    String own = profile(john, "John");
    String timmy = profile(john, "Timmy");
    john.send("/tv/profiles/" + timmy + "/open", "pin", "9876").leadsTo("/tv/watch");

    john.open("/tv/account")
        .is(200)
        .says("Nothing can be changed from a kids’ profile.")
        .saysNot("action=\"/tv/profiles\"");
    john.open("/tv/playlists").is(200).saysNot("action=\"/tv/playlists\"");
    john.open("/tv/plans")
        .is(200)
        .says("Nothing can be changed from a kids’ profile.")
        .saysNot("action=\"/tv/subscribe\"");
    john.send("/tv/profiles", "name", "Mine").is(403).says("cannot be done from a kids");
    john.send("/tv/subscribe", "price", "price_family_monthly").is(403).says("kids’ profile");
    john.send("/tv/cancel").is(403).says("kids’ profile");
    john.send("/tv/preferences", "marketing", "on").is(403).says("kids’ profile");

    john.send("/tv/profiles/" + own + "/open", "pin", "")
        .is(200)
        .says("To leave the profile Timmy");
    john.send("/tv/profiles/" + own + "/open", "pin", "1111").is(403).says("Invalid PIN");
    john.send("/tv/profiles/" + own + "/open", "pin", "9876").leadsTo("/tv/watch");
    john.send("/tv/profiles/" + timmy, "name", "Tim", "isKids", "on")
        .leadsTo("/tv/account?done=tv_profile_saved");
    john.open("/tv").is(200).says(">Tim<");
  }

  @Test
  void aProfileIsRemovedButNotTheLast() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Guest").leadsTo("/tv/account");
    String guest = profile(john, "Guest");

    john.send("/tv/profiles/" + guest + "/remove").leadsTo("/tv/account?done=tv_profile_removed");

    String last = profile(john, "John");
    john.open("/tv/profiles/" + last).is(200).saysNot("/remove");
    john.send("/tv/profiles/" + last + "/remove").is(422).says("last profile");
    john.open("/tv/profiles/" + guest).is(404);
  }

  @Test
  void aProfileThatWasOpenIsNotWhenItsPinChanges() {
    Visitor john = newcomer("John Doe");
    Visitor.Shown unused = john.send("/tv/profiles", "name", "Sarah", "parentalPin", "4321");
    String sarah = profile(john, "Sarah");
    john.send("/tv/profiles/" + sarah + "/open", "pin", "4321").leadsTo("/tv/watch");
    john.send("/tv/profiles/" + sarah, "name", "Sarah", "parentalPin", "5555")
        .leadsTo("/tv/account");

    john.open("/tv/watch").leadsTo("/tv?done=tv_closed");

    assertThat(john.cookies()).doesNotContainKey("tv_profile");
    john.open("/tv/watch").leadsTo("/tv");
  }
}
