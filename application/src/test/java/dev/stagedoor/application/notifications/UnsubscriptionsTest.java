package dev.stagedoor.application.notifications;

import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.fake.FixedTokens;
import dev.stagedoor.domain.fake.InMemoryNotifications;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Preferences;
import dev.stagedoor.domain.notifications.Unsubscription;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscriptionsTest {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(store);
  private final InMemoryNotifications kept = InMemoryNotifications.in(store);
  private final Tokens tokens = new FixedTokens();
  private final AtomicInteger asked = new AtomicInteger();
  private final Unsubscriptions here = aServer();
  private final Unsubscription wish = new Unsubscription(aUserId(), Category.PRODUCT);

  private Unsubscriptions aServer() {
    return new Unsubscriptions(
        work,
        proposed -> {
          asked.incrementAndGet();
          return kept.unsubscribeSecret().keep(proposed);
        },
        tokens,
        Settings.standard(URI.create("https://stagedoor.example.org/")));
  }

  @Test
  void aLinkIsReadByEveryServerWhateverStandsBesideItsToken() {
    String link = here.link(wish).toString();
    assertThat(link).startsWith("https://stagedoor.example.org/unsubscribe?token=");

    for (String one :
        new String[] {
          link,
          link + "&from=mail",
          link + "&token=another",
          link + "#top",
          link.replace("?", "?mytoken=x&")
        }) {
      assertThat(aServer().read(URI.create(one))).as(one).contains(wish);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://stagedoor.example.org/unsubscribe",
        "https://stagedoor.example.org/unsubscribe?",
        "https://stagedoor.example.org/unsubscribe?a",
        "https://stagedoor.example.org/unsubscribe?token",
        "https://stagedoor.example.org/unsubscribe?token=",
        "https://stagedoor.example.org/unsubscribe?token=%26&token",
        "mailto:unsubscribe@example.org?token=x"
      })
  void aMailWhoseLinkCannotBeReadIsSent(String link) {
    assertThat(here.read(URI.create(link))).isEmpty();
    assertThat(isWanted(link)).isTrue();
  }

  @Test
  void aMailIsUnwantedWhateverStandsBesideTheTokenOfItsLink() {
    String link = here.link(wish) + "&from=mail";
    assertThat(isWanted(link)).isTrue();

    work.run(() -> kept.preferences().save(new Preferences(wish.user(), Set.of())));

    assertThat(isWanted(link)).isFalse();
    assertThat(isWanted(here.nobodys().toString())).isTrue();
  }

  @Test
  void theSecretIsAskedForUntilItIsKnown() {
    URI link = here.link(wish);
    work.run(() -> assertThat(here.read(link)).contains(wish));
    work.read(() -> assertThat(here.link(wish)).isEqualTo(link));

    assertThat(asked).hasValue(1);
  }

  @Test
  void theSecretOfWorkThatIsUndoneSignsNothing() {
    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      // The second time it is there already, though nothing is committed yet.
                      assertThat(here.link(wish)).isEqualTo(here.link(wish));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");

    URI elsewhere = aServer().link(wish);
    assertThat(here.read(elsewhere)).contains(wish);
    assertThat(here.link(wish)).isEqualTo(elsewhere);
  }

  private boolean isWanted(String link) {
    return work.write(() -> new StillWanted(kept.preferences(), here).test(URI.create(link)));
  }
}
