package dev.stagedoor.domain.notifications;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.NotificationSamples.aLetter;
import static dev.stagedoor.domain.fixture.NotificationSamples.aNotification;
import static dev.stagedoor.domain.fixture.NotificationSamples.aNotificationId;
import static dev.stagedoor.domain.fixture.NotificationSamples.aTemplate;
import static dev.stagedoor.domain.fixture.NotificationSamples.aTemplateId;
import static dev.stagedoor.domain.fixture.NotificationSamples.anOrder;
import static dev.stagedoor.domain.fixture.NotificationSamples.anOrderOfOldRules;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {
  private static final Secret KEY = Secret.of("the secret of this house");

  @Test
  void whoWasGoneThroughIsCountedAndAtTheEndTheyAreAll() {
    Notification notification = aNotification(Addressees.everybody(), NOW);
    UserId last = aUserId();
    notification.advance(last, 1, 1);
    notification.finish(NOW.plusSeconds(1));
    notification.finish(NOW.plusSeconds(2));

    assertThat(notification.recipients()).isEqualTo(2);
    assertThat(notification.reached()).contains(last);
    assertThat(notification.finishedAt()).contains(NOW.plusSeconds(1));
    assertThatThrownBy(() -> notification.advance(aUserId(), 1, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyStandsForOneThingToOneAudience() {
    UserId one = aUserId();
    UserId two = aUserId();
    Map<String, String> monday = Map.of("day", "Monday");
    Notification notification = aNotification(Addressees.of(List.of(one, two)), NOW);
    notification.mustBe("news", Addressees.of(List.of(two, one, two)), monday);

    assertRefused(
        NotificationError.NOTIFICATION_KEY_TAKEN,
        () -> notification.mustBe("news", Addressees.of(Role.USER), monday));
    assertRefused(
        NotificationError.NOTIFICATION_KEY_TAKEN,
        () -> notification.mustBe("olds", Addressees.of(List.of(one, two)), monday));
    assertRefused(
        NotificationError.NOTIFICATION_KEY_TAKEN,
        () -> notification.mustBe("news", Addressees.of(List.of(one, two)), Map.of("day", "x")));
  }

  @Test
  void byAKeyItIsTheSameHoweverItsValuesWereStoredOnce() {
    Notification.Order old = anOrderOfOldRules(Addressees.everybody(), Optional.of("k"));
    Notification notification =
        Notification.begin(aNotificationId(), old, Optional.empty(), 3, NOW);

    notification.mustBe("news", Addressees.everybody(), old.values());
  }

  @Test
  void aKeyIsNeitherEmptyNorEndless() {
    for (String key : List.of("", " ", "k".repeat(Notification.MAX_KEY + 1))) {
      assertRefused(
          CommonError.INVALID_VALUE, () -> anOrder(Addressees.everybody(), Optional.of(key)));
    }
  }

  @Test
  void anAudienceNamesEachPersonOnceAndNotTooMany() {
    UserId one = aUserId();

    assertThat(Addressees.of(List.of(one, one)).users()).containsExactly(one);
    assertRefused(CommonError.INVALID_VALUE, () -> Addressees.of(List.<UserId>of()));
    List<UserId> many = Stream.generate(Samples::aUserId).limit(1001).toList();
    assertRefused(CommonError.INVALID_VALUE, () -> Addressees.of(many));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Key", "1key", "key-1", "ключ"})
  void aKeyOfATemplateHasOneForm(String key) {
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> Template.make(aTemplateId(), key, aLetter(Category.PRODUCT), NOW));
  }

  @Test
  void whatTheProductSendsByKeepsItsCategoryAndVariablesAndStays() {
    Template ours = Template.builtIn(aTemplateId(), "ours", aLetter(Category.PRODUCT), NOW);
    Wording next = new Wording("Next", "{{day}}");
    ours.change(
        new Letter(Category.PRODUCT, Set.of("day"), Map.of(Language.EN, next)), NOW.plusSeconds(1));

    assertThat(ours.letter().in(Language.EN).wording()).isEqualTo(next);
    assertRefused(CommonError.INVALID_VALUE, () -> ours.change(aLetter(Category.MARKETING), NOW));
    assertRefused(
        CommonError.INVALID_VALUE,
        () ->
            ours.change(
                new Letter(Category.PRODUCT, Set.of(), Map.of(Language.EN, new Wording("x", "y"))),
                NOW));
    assertRefused(NotificationError.TEMPLATE_BUILT_IN, ours::mustBeRemovable);
    aTemplate(aLetter(Category.PRODUCT)).mustBeRemovable();
    assertStale(() -> ours.mustBe(7));
  }

  @Test
  void marketingIsAskedForAndTheAccountIsNotToBeDoneWithout() {
    Preferences usual = Preferences.usual(aUserId());

    assertThat(usual.wanted()).containsExactlyInAnyOrder(Category.ACCOUNT, Category.PRODUCT);
    assertThat(usual.with(Category.MARKETING, true).allows(Category.MARKETING)).isTrue();
    assertThat(usual.with(Category.PRODUCT, false).allows(Category.PRODUCT)).isFalse();
    assertThat(usual.with(Category.ACCOUNT, true)).isEqualTo(usual);
    assertRefused(CommonError.INVALID_VALUE, () -> usual.with(Category.ACCOUNT, false));
    assertThat(new Preferences(aUserId(), Set.of()).allows(Category.ACCOUNT)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aLinkSaysWhoWantsNoMoreOfWhat(Category category) {
    Unsubscription wish = new Unsubscription(aUserId(), category);
    String token = wish.signed(KEY);

    assertThat(token).matches("[A-Za-z0-9_-]{76}");
    assertThat(Unsubscription.read(token, KEY)).contains(wish);
    assertThat(Unsubscription.read(token, Secret.of("another"))).isEmpty();
  }

  @Test
  void noLetterOfALinkCanBeChanged() {
    String token = new Unsubscription(aUserId(), Category.PRODUCT).signed(KEY);

    for (int i = 0; i < token.length(); i++) {
      for (char other : "0aAmp_-9".toCharArray()) {
        if (token.charAt(i) != other) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(Unsubscription.read(changed, KEY)).isEmpty();
        }
      }
    }
    assertThat(Unsubscription.read(token + "A", KEY)).isEmpty();
    assertThat(Unsubscription.read(token.substring(1), KEY)).isEmpty();
    assertThat(Unsubscription.read(token, KEY)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "%%%", "AAAA", "ключ", "====", "a b"})
  void whatIsNoLinkIsNone(String token) {
    assertThat(Unsubscription.read(token, KEY)).isEmpty();
  }
}
