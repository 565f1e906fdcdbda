package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aMessage;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of messages must do. */
public interface MessageRepositoryContract extends RepositoryContract {
  MessageRepository messages();

  @Test
  default void anUnknownMessageIsAbsent() {
    assertThat(write(() -> messages().lock(new MessageId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  default void aQueuedMessageComesBackAsItWasSaved() {
    Message saved = onFile(aMessage());

    assertThat(stored(saved.id())).isEqualTo(saved);
  }

  @Test
  default void anyTextComesBackAsItWasSaved() {
    MessageContent content =
        new MessageContent(
            "Ein Gruß, ‏مرحبا‏, नमस्ते", "two\nlines \\ 'and' \"more\"", "<p>&amp;</p>");
    Message saved =
        onFile(Message.queue(new MessageId(UUID.randomUUID()), anEmail(), content, NOW));

    assertThat(stored(saved.id()).content()).isEqualTo(content);
  }

  @Test
  default void whereToUnsubscribeComesBackAsItWasSaved() {
    MessageContent content =
        new MessageContent(
            "s",
            "t",
            "h",
            Optional.of(URI.create("https://stagedoor.example/unsubscribe?token=x")));
    Message saved =
        onFile(Message.queue(new MessageId(UUID.randomUUID()), anEmail(), content, NOW));
    onFile(saved.attempt());

    assertThat(stored(saved.id()).content()).isEqualTo(content);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Message saved = onFile(aMessage());
    Message tried =
        onFile(saved.attempt().learned(new DeliveryOutcome.Deferred("greylisted"), NOW));

    assertThat(stored(saved.id())).isEqualTo(tried);

    Message sent = onFile(tried.attempt().learned(new DeliveryOutcome.Accepted(), NOW));

    assertThat(stored(saved.id())).isEqualTo(sent);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Message saved = onFile(aMessage());
    write(() -> messages().lock(saved.id()).orElseThrow().attempt());

    assertThat(stored(saved.id())).isEqualTo(saved);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Message changed = onFile(aMessage());
    Message added = aMessage();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      messages().save(added);
                      messages().save(changed.attempt());
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> messages().lock(added.id()))).isEmpty();
    assertThat(stored(changed.id())).isEqualTo(changed);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Message saved = onFile(aMessage());

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            run(() -> messages().save(messages().lock(saved.id()).orElseThrow().attempt()));
          }
          return true;
        });

    assertThat(stored(saved.id()).attempts()).isEqualTo(20);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Message message = aMessage();

    assertNeedsUnitOfWork(() -> messages().lock(message.id()));
    assertNeedsUnitOfWork(() -> messages().save(message));
  }

  private Message onFile(Message message) {
    run(() -> messages().save(message));
    return message;
  }

  private Message stored(MessageId id) {
    return write(() -> messages().lock(id).orElseThrow());
  }
}
