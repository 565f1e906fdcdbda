package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.channels.DirectMessage.Commenter;
import dev.stagedoor.domain.channels.DirectMessage.Person;
import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Deferred;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Delivered;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Refused;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Unknown;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.messaging.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link DirectMessages} does. */
public interface DirectMessagesContract {
  DirectMessages messages();

  ChannelWorld world();

  /** Makes a message with an id of its own. */
  static DirectMessage aMessage(Channel from, DirectMessage.Recipient to, String text) {
    return new DirectMessage(new MessageId(UUID.randomUUID()), from, to, text);
  }

  private DirectMessageOutcome reply(Channel page, String text) {
    return messages().send(aMessage(page, new Commenter(world().comment(page)), text));
  }

  private static void assertRefused(DirectMessageOutcome outcome, Why why) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(why);
              assertThat(refused.providerCode()).isNotBlank();
            });
  }

  @Test
  default void whoWroteACommentGetsTheReplyAsItWasWritten() {
    Channel page = world().page();
    String text = "Deine Bestellung, Zoë: \"2 × A7\" \\ \n https://example.com/?a=1&b=2 🎭";

    assertThat(reply(page, text)).isInstanceOf(Delivered.class);

    assertThat(world().received(page)).containsExactly(text);
    assertThat(world().received(world().page())).isEmpty();
  }

  @Test
  default void aCommentGetsOneReply() {
    Channel page = world().page();
    Commenter commenter = new Commenter(world().comment(page));
    messages().send(aMessage(page, commenter, "first"));

    assertRefused(messages().send(aMessage(page, commenter, "second")), Why.ALREADY_REPLIED);

    assertThat(world().received(page)).containsExactly("first");
  }

  @Test
  default void aCommentThatIsTooOldGetsNone() {
    Channel page = world().page();

    assertRefused(
        messages().send(aMessage(page, new Commenter(world().oldComment(page)), "late")),
        Why.WINDOW_CLOSED);
    assertThat(world().received(page)).isEmpty();
  }

  @Test
  default void whoWroteToThePageGetsAnyNumberOfAnswers() {
    Channel page = world().page();
    Person person = new Person(world().person(page));

    for (String text : List.of("one", "two")) {
      assertThat(messages().send(aMessage(page, person, text))).isInstanceOf(Delivered.class);
    }

    assertThat(world().received(page)).containsExactly("one", "two");
  }

  @Test
  default void theLongestTextArrives() {
    Channel page = world().page();
    String longest = "x".repeat(DirectMessage.LONGEST);

    assertThat(reply(page, longest)).isInstanceOf(Delivered.class);
    assertThat(world().received(page)).containsExactly(longest);
  }

  @Test
  default void aRefusalSaysWhoCanDoSomethingAboutIt() {
    for (Why why : List.of(Why.WINDOW_CLOSED, Why.UNREACHABLE, Why.BLOCKED)) {
      Channel page = world().page();

      assertRefused(
          messages().send(aMessage(page, new Person(world().person(page, why)), "hello")), why);
      assertThat(world().received(page)).isEmpty();
    }
    for (Why why : List.of(Why.DISCONNECTED, Why.NOT_PERMITTED)) {
      Channel page = world().refusing(why);

      assertRefused(reply(page, "hello"), why);
      assertThat(world().received(page)).isEmpty();
    }
  }

  @Test
  default void aRefusalNobodyKnowsIsKeptAndNotGuessed() {
    Channel page = world().page();
    world().refuseNext("424242");

    assertThat(reply(page, "hello"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(Why.OTHER);
              assertThat(refused.providerCode()).contains("424242");
            });
    assertThat(world().received(page)).isEmpty();
  }

  @Test
  default void aLostAnswerIsUnknownAndIsNotRepeated() {
    Channel page = world().page();
    Person person = new Person(world().person(page));
    world().loseNextAnswer();

    assertThat(messages().send(aMessage(page, person, "once"))).isInstanceOf(Unknown.class);

    world().recover();
    assertThat(world().received(page)).containsExactly("once");
  }

  @Test
  default void eachFailureIsToldByWhetherTheMessageMayHaveArrived() {
    Channel page = world().page();
    FailureClauses.eachIsAnOutcome(
        world(),
        () -> reply(page, "hello"),
        (failure, outcome) ->
            switch (failure) {
              case DOWN -> outcome instanceof Deferred;
              case UNAUTHORISED, FORBIDDEN ->
                  outcome instanceof Refused refused
                      && (refused.why() == Why.DISCONNECTED || refused.why() == Why.NOT_PERMITTED);
              case THROTTLED ->
                  outcome instanceof Deferred deferred
                      && deferred.retryAfter().equals(Optional.of(Duration.ofSeconds(7)));
              case SERVER_ERROR, EMPTY_503, HTML_PAGE, TRUNCATED, SLOW, RESET ->
                  outcome instanceof Unknown;
            });
    assertThat(reply(page, "again")).isInstanceOf(Delivered.class);
  }

  @Test
  default void neitherTokenNorTextIsPrinted() {
    Channel page = world().page();
    DirectMessage message = aMessage(page, new Person(world().person(page)), "a private text");

    assertThat(message + " " + messages().send(message) + " " + messages())
        .doesNotContain("a private text")
        .doesNotContain(page.token().reveal());
  }
}
