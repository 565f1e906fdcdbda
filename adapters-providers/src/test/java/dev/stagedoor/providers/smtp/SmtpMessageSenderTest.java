package dev.stagedoor.providers.smtp;

import static dev.stagedoor.domain.contract.MessageSenderContract.aMessage;
import static dev.stagedoor.domain.contract.MessageSenderContract.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.MailWorld;
import dev.stagedoor.domain.contract.MessageSenderContract;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import dev.stagedoor.providers.smtp.SmtpGate.Answer;
import dev.stagedoor.providers.support.KeptPort;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Against GreenMail, behind a gate where it has to fail. */
class SmtpMessageSenderTest implements MessageSenderContract {
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
  private static final Secret PASSWORD = Secret.of("planted-mail-password");
  private static final Duration NOT_FOR_LONG = Duration.ofMillis(400);

  /** For silence after the whole mail: all the answers before must come in time. */
  private static final Duration LONGER = Duration.ofSeconds(3);

  private final MovedClock clock = new MovedClock();
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final SmtpGate gate;
  private MessageSender sender;
  private final KeptPort closed = KeptPort.any();

  SmtpMessageSenderTest() throws IOException {
    server.start();
    gate = new SmtpGate(server.getSmtp().getPort());
    gate.forRecipient("@bounce.test", Answer.saying("550 5.1.1 <nobody@bounce.test> is unknown"));
    sender = open(config("none", null, null));
  }

  @AfterEach
  void close() throws IOException {
    gate.close();
    server.stop();
    closed.close();
  }

  private SmtpConfig config(String security, String username, Secret password) {
    return config(gate.port(), security, username, password);
  }

  private static SmtpConfig config(int port, String security, String username, Secret password) {
    return config(port, security, username, password, Duration.ofSeconds(20));
  }

  private static SmtpConfig config(
      int port, String security, String username, Secret password, Duration patience) {
    return new SmtpConfig(
        "localhost",
        port,
        security,
        username,
        password,
        "Box@Stagedoor.example",
        "Bühne, \"hinten\"",
        "answers@stagedoor.example",
        Duration.ofSeconds(2),
        patience,
        Duration.ofSeconds(2));
  }

  private MessageSender open(SmtpConfig config) {
    return Smtp.open(config, ProviderRuntime.plain().with(clock), SmtpGate.trusting()).sender();
  }

  private MessageSender impatient(Duration patience) {
    return open(config(gate.port(), "none", null, null, patience));
  }

  private static final class MovedClock extends Clock {
    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public MessageSender sender() {
    return sender;
  }

  @Override
  public MailWorld world() {
    return new MailWorld() {
      @Override
      public List<OutgoingMessage> takenFor(EmailAddress to) {
        return received(to).stream().map(SmtpMessageSenderTest::read).toList();
      }

      @Override
      public EmailAddress refusedAddress() {
        return new EmailAddress("nobody@bounce.test");
      }

      @Override
      public void loseNextAnswer() {
        gate.onceAfter(SmtpGate.END, Answer.reset());
      }

      @Override
      public void fail(FarSideFailure how) {
        switch (how) {
          case DOWN -> sender = open(config(closed.number(), "none", null, null));
          case UNAUTHORISED -> gate.instead("MAIL", Answer.saying("535 5.7.8 who are you"));
          case FORBIDDEN -> gate.instead("MAIL", Answer.saying("550 5.7.1 not from here"));
          case THROTTLED -> gate.instead("RCPT", Answer.saying("450 4.7.1 slowly"));
          case SERVER_ERROR -> gate.instead(SmtpGate.END, Answer.saying("451 4.3.0 a bug"));
          case EMPTY_503 -> gate.instead(SmtpGate.GREETING, Answer.saying("421 busy"));
          case HTML_PAGE -> gate.instead(SmtpGate.END, Answer.saying("<html>Sign in</html>"));
          case TRUNCATED -> gate.instead(SmtpGate.END, Answer.breakingOff());
          case SLOW -> {
            sender = impatient(LONGER);
            gate.instead(SmtpGate.END, Answer.silence());
          }
          case RESET -> gate.instead(SmtpGate.END, Answer.reset());
        }
      }

      @Override
      public void recover() {
        gate.handOn();
        sender = open(config("none", null, null));
        clock.now = clock.now.plus(ProviderCalls.REST).plusSeconds(60);
      }
    };
  }

  private List<MimeMessage> received(EmailAddress to) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(to.value()))
        .toList();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return ((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getAddress();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static OutgoingMessage read(MimeMessage mail) {
    try {
      String id = mail.getMessageID();
      MimeMultipart forms = (MimeMultipart) mail.getContent();
      Map<String, String> headers = new LinkedHashMap<>();
      mail.getAllHeaders()
          .asIterator()
          .forEachRemaining(header -> headers.put(header.getName(), header.getValue()));
      return new OutgoingMessage(
          new MessageId(UUID.fromString(id.substring(1, id.indexOf('@')))),
          new EmailAddress(recipient(mail)),
          new MessageContent(
              mail.getSubject(), text(forms, 0), text(forms, 1), MailWorld.unsubscribe(headers)));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(MimeMultipart forms, int index)
      throws MessagingException, IOException {
    BodyPart part = forms.getBodyPart(index);
    return (String) part.getContent();
  }

  @Test
  void headersSayWhoWroteAndThatNobodyNeedAnswer() throws MessagingException, IOException {
    OutgoingMessage message = aMessage(someone());
    sender.send(message);

    MimeMessage mail = received(message.to()).get(0);
    assertThat(mail.getMessageID()).isEqualTo("<" + message.id().value() + "@stagedoor.example>");
    assertThat(mail.getFrom())
        .containsExactly(
            new InternetAddress("Box@Stagedoor.example", "Bühne, \"hinten\"", "UTF-8"));
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Bühne, \"hinten\"");
    assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("answers@stagedoor.example"));
    assertThat(mail.getSentDate()).isEqualTo(Date.from(NOON));
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    MimeMultipart forms = (MimeMultipart) mail.getContent();
    assertThat(forms.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(forms.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
  }

  @Test
  void aRepetitionHasTheSameId() throws MessagingException {
    OutgoingMessage message = aMessage(someone());
    sender.send(message);
    sender.send(message);

    List<MimeMessage> mails = received(message.to());
    assertThat(mails).hasSize(2);
    assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
  }

  @Test
  void longLinesAndDotsArriveUnharmed() {
    String text = "x".repeat(3_000) + "\r\n.\r\n..two\r\nMAIL FROM:<a@b.c>\r\nend";
    OutgoingMessage message =
        new OutgoingMessage(
            new MessageId(UUID.randomUUID()),
            someone(),
            new MessageContent("s", text, "<p>" + "é".repeat(3_000)));

    assertThat(sender.send(message)).isInstanceOf(DeliveryOutcome.Accepted.class);
    assertThat(world().takenFor(message.to())).containsExactly(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello\r\nBcc: everybody@example.com",
        "Hello\nBcc: everybody@example.com",
        "Hello\rBcc: everybody@example.com",
        "Héllo\r\nBcc: everybody@example.com",
        "Hello\u0000\u2028Bcc: everybody@example.com",
        "Hello\r\n\r\n<p>another mail</p>"
      })
  void aSubjectOfSeveralLinesAddsNoHeader(String subject) throws MessagingException {
    OutgoingMessage message =
        new OutgoingMessage(
            new MessageId(UUID.randomUUID()), someone(), new MessageContent(subject, "t", "h"));

    assertThat(sender.send(message)).isInstanceOf(DeliveryOutcome.Accepted.class);

    MimeMessage mail = received(message.to()).get(0);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).doesNotContain("\n").doesNotContain("\r");
    assertThat(read(mail).content().text()).isEqualTo("t");
    assertThat(gate.commands).filteredOn(command -> command.startsWith("RCPT")).hasSize(1);
  }

  @Test
  void anAddressThatMailCannotCarryIsRefusedAndNotMadeAnother() {
    OutgoingMessage message = aMessage(new EmailAddress("ł@example.com"));

    assertThat(sender.send(message)).isInstanceOf(DeliveryOutcome.Refused.class);
    assertThat(gate.commands).isEmpty();
  }

  @Test
  void aDomainOfOtherLettersIsWrittenInAscii() {
    assertThat(sender.send(aMessage(new EmailAddress("zoe@bühne.example"))))
        .isInstanceOf(DeliveryOutcome.Accepted.class);
    assertThat(gate.commands).contains("RCPT TO:<zoe@xn--bhne-0ra.example>");
  }

  /** Each answer, at each step, and what it says of the mail. */
  @ParameterizedTest
  @CsvSource({
    "GREETING, 554 go away, Deferred",
    "GREETING, 421 too busy, Deferred",
    "MAIL, 421 too busy, Deferred",
    "MAIL, 451 later, Deferred",
    "MAIL, 530 5.7.0 sign in first, Deferred",
    "MAIL, 553 not your address, Deferred",
    "MAIL, 552 too large, Refused",
    "RCPT, 421 too busy, Deferred",
    "RCPT, 450 4.2.0 greylisted, Deferred",
    "RCPT, 451 later, Deferred",
    "RCPT, 452 no room, Deferred",
    "RCPT, 552 mailbox full, Deferred",
    "RCPT, 530 5.7.0 sign in first, Deferred",
    "RCPT, 550 unknown, Refused",
    "RCPT, 551 not here, Refused",
    "RCPT, 553 what a name, Refused",
    "RCPT, 554 no, Refused",
    "RCPT, 556 takes no mail, Refused",
    "RCPT, no code at all, Deferred",
    "DATA, 421 too busy, Deferred",
    "DATA, 451 later, Deferred",
    "DATA, 554 no, Refused",
    "., 421 too busy, Deferred",
    "., 450 later, Deferred",
    "., 452 no room, Deferred",
    "., 550 looks like spam, Refused",
    "., 552 too large, Refused",
    "., 554 no, Refused",
    "., 299 what is this, Unknown",
    "., 999 what is this, Unknown",
    "., no code at all, Unknown"
  })
  void eachAnswerHasItsMeaning(String moment, String answer, String outcome) {
    gate.instead(moment, Answer.saying(answer));
    OutgoingMessage message = aMessage(someone());

    assertThat(sender.send(message).getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(received(message.to())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, Deferred",
    "EHLO, Deferred",
    "MAIL, Deferred",
    "RCPT, Deferred",
    "DATA, Deferred",
    "., Unknown"
  })
  void whereTheConversationStopsSaysWhetherTheMailIsThere(String moment, String outcome) {
    for (Answer answer : List.of(Answer.silence(), Answer.reset(), Answer.breakingOff())) {
      gate.instead(moment, answer);
      sender = impatient(moment.equals(SmtpGate.END) ? LONGER : NOT_FOR_LONG);

      assertThat(sender.send(aMessage(someone())).getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  @Test
  void aRefusalStaysOneWhenTheServerHangsUpAfterIt() {
    gate.instead(SmtpGate.END, Answer.saying("554 no"));
    gate.instead("RSET", Answer.reset());

    assertThat(sender.send(aMessage(someone()))).isInstanceOf(DeliveryOutcome.Refused.class);
  }

  @Test
  void aRefusalSaysWhyWithoutTheAddress() {
    assertThat(sender.send(aMessage(world().refusedAddress())))
        .isEqualTo(
            new DeliveryOutcome.Refused(
                "smtp REJECTED: the recipient was not taken: 550 5.1.1 <the recipient> is"
                    + " unknown"));
  }

  @Test
  void withStartTlsMailAndPasswordGoOverTls() {
    gate.offerTls();
    server.setUser("box@stagedoor.example", "box", PASSWORD.reveal());
    sender = open(config("start-tls", "box", PASSWORD));
    OutgoingMessage message = aMessage(someone());

    assertThat(sender.send(message)).isInstanceOf(DeliveryOutcome.Accepted.class);

    assertThat(world().takenFor(message.to())).containsExactly(message);
    assertThat(gate.commands.indexOf("STARTTLS")).isPositive();
    assertThat(gate.commands)
        .filteredOn(command -> command.startsWith("AUTH") || command.startsWith("MAIL"))
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(gate.commands.indexOf(command))
                    .isGreaterThan(gate.commands.indexOf("STARTTLS")));
  }

  @Test
  void withoutTlsOnTheOtherSideNothingGoesOut() {
    sender = open(config("start-tls", "box", PASSWORD));
    List<ILoggingEvent> log = logged(() -> defers(aMessage(someone())));

    assertThat(gate.commands).noneMatch(command -> command.startsWith("AUTH"));
    assertThat(log).anyMatch(line -> line.getFormattedMessage().contains("no TLS"));
  }

  @Test
  void tlsFromTheFirstByteWorks() {
    gate.speakTls();
    sender = open(config("tls", null, null));

    assertThat(sender.send(aMessage(someone()))).isInstanceOf(DeliveryOutcome.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls", "start-tls"})
  void aServerNobodyVouchesForGetsNothing(String security) {
    if (security.equals("tls")) {
      gate.speakTls();
    } else {
      gate.offerTls();
    }
    sender =
        Smtp.open(config(security, "box", PASSWORD), ProviderRuntime.plain().with(clock)).sender();

    defers(aMessage(someone()));
    assertThat(gate.commands).noneMatch(command -> command.startsWith("AUTH"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls", "start-tls"})
  void aServerWithTheCertificateOfAnotherGetsNothing(String security) {
    if (security.equals("tls")) {
      gate.speakTls();
    } else {
      gate.offerTls();
    }
    // The certificate is made out to localhost.
    SmtpConfig elsewhere =
        new SmtpConfig(
            "127.0.0.1",
            gate.port(),
            security,
            "box",
            PASSWORD,
            "box@stagedoor.example",
            null,
            null,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));
    sender = open(elsewhere);

    defers(aMessage(someone()));
    assertThat(gate.commands).noneMatch(command -> command.startsWith("AUTH"));
  }

  private void defers(OutgoingMessage message) {
    assertThat(sender.send(message)).isInstanceOf(DeliveryOutcome.Deferred.class);
  }

  @Test
  void aWrongPasswordDefersAndTellsTheOperatorNotThePassword() {
    sender = open(config("none", "box", PASSWORD));
    gate.instead(
        "AUTH", Answer.saying("535 5.7.8 not good: password=" + PASSWORD.reveal() + " for you"));
    OutgoingMessage message = aMessage(someone());

    List<ILoggingEvent> log =
        logged(
            () ->
                assertThat(sender.send(message))
                    .isInstanceOfSatisfying(
                        DeliveryOutcome.Deferred.class,
                        deferred ->
                            assertThat(deferred.why())
                                .contains("535")
                                .doesNotContain(PASSWORD.reveal())));

    assertThat(log)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.getFormattedMessage())
                    .contains("stagedoor.providers.smtp.username")
                    .doesNotContain(PASSWORD.reveal()));
  }

  @Test
  void noPasswordIsPrinted() {
    SmtpConfig config = config("none", "box", PASSWORD);

    assertThat(config + " " + open(config)).doesNotContain(PASSWORD.reveal());
  }

  @Test
  void aServerThatDoesNotAnswerIsLeftAloneForAWhile() {
    gate.instead(SmtpGate.GREETING, Answer.reset());
    for (int i = 0; i < 5; i++) {
      defers(aMessage(someone()));
    }
    gate.handOn();

    defers(aMessage(someone()));
    clock.now = clock.now.plus(ProviderCalls.REST).plusSeconds(1);
    assertThat(sender.send(aMessage(someone()))).isInstanceOf(DeliveryOutcome.Accepted.class);
  }

  @Test
  void nothingIsSentWhereCallsAreForbidden() {
    sender =
        Smtp.open(
                config("none", null, null),
                ProviderRuntime.plain()
                    .with(
                        () -> {
                          throw new IllegalStateException("in a transaction");
                        }))
            .sender();

    assertThatThrownBy(() -> sender.send(aMessage(someone())))
        .isInstanceOf(IllegalStateException.class);
    assertThat(gate.commands).isEmpty();
  }

  private static List<ILoggingEvent> logged(Runnable doing) {
    Logger log = (Logger) LoggerFactory.getLogger(SmtpMessageSender.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      doing.run();
    } finally {
      log.detachAppender(lines);
    }
    return List.copyOf(lines.list);
  }
}
