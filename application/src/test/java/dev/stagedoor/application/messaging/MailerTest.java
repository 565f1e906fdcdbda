package dev.stagedoor.application.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailerTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final EmailAddress address = house.anAddress();

  private void aMailIsWanted() {
    house.register(address, "Grace <b>Hopper</b>");
  }

  private List<OutgoingMessage> arrived() {
    return house.mail().takenFor(address);
  }

  @Test
  void aMailIsSentAfterTheChangeThatWantsIt() {
    aMailIsWanted();
    assertThat(arrived()).isEmpty();

    assertThat(house.runJobs()).isEmpty();

    assertThat(arrived()).hasSize(1);
  }

  @Test
  void aChangeThatIsNotKeptSendsNoMail() {
    house.wire().after("Claims.set", house::crash);
    assertThatThrownBy(this::aMailIsWanted).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();

    house.runJobs();

    assertThat(arrived()).isEmpty();
  }

  @Test
  void aCarrierThatIsDownIsTriedAgain() {
    aMailIsWanted();
    house.mail().fail(FarSideFailure.DOWN);
    assertThat(house.runJobs()).isEmpty();
    assertThat(arrived()).isEmpty();
    house.mail().recover();

    house.clock().advance(Duration.ofMinutes(5));
    house.runJobs();

    assertThat(arrived()).hasSize(1);
  }

  @Test
  void aLostAnswerIsRepeatedUnderTheSameIdSoThatTheCarrierDeliversOnce() {
    aMailIsWanted();
    house.mail().loseNextAnswer();
    house.runJobs();

    house.clock().advance(Duration.ofMinutes(5));
    house.runJobs();

    assertThat(arrived()).hasSize(1);
    assertThat(house.wire().count("MessageSender.send")).isEqualTo(2);
  }

  @Test
  void aSentMailIsNotSentAgain() {
    aMailIsWanted();
    house.runJobs();
    OutgoingMessage sent = arrived().get(0);

    // As after a crash between the sending and the end of the job.
    house.stagedoor().jobHandlers().stream()
        .filter(handler -> handler.name().equals("send-mail"))
        .forEach(handler -> handler.work().accept(sent.id().value()));

    assertThat(house.wire().count("MessageSender.send")).isEqualTo(1);
  }

  @Test
  void anAddressThatTakesNoMailIsNotTriedForEver() {
    house.register(house.mail().refusedAddress(), "Grace Hopper");
    house.runJobs();

    house.clock().advance(Duration.ofDays(1));
    house.runJobs();

    assertThat(house.wire().count("MessageSender.send")).isEqualTo(1);
  }

  @Test
  void textAndHtmlSayTheSameAndWhatPeopleWroteStaysText() {
    aMailIsWanted();
    house.runJobs();

    MessageContent content = arrived().get(0).content();
    assertThat(content.text())
        .contains("Grace <b>Hopper</b>", "https://stagedoor.example.org/memorial/");
    assertThat(content.html())
        .contains(
            "Grace &lt;b&gt;Hopper&lt;/b&gt;",
            "https://stagedoor.example.org/memorial/",
            "lang=\"en\"",
            "dir=\"ltr\"")
        .doesNotContain("<b>");
  }
}
