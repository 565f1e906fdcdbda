package dev.stagedoor.providers.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to a mail server, which remembers how far it came and what the server said to its
 * last step. The library's exceptions do not tell: an answer to a command of its own that follows
 * may replace the one that counts.
 */
final class Conversation extends SMTPTransport {
  /** The steps at which it can end; all before {@code END} leave nothing behind. */
  enum Step {
    /** Connecting, greeting, TLS. */
    HELLO,
    /** The sender is told. */
    SENDER,
    /** The recipient is told. */
    RECIPIENT,
    /** The mail is being written. */
    CONTENT,
    /** The mail has been written to its end: the server answers whether it has it. */
    END
  }

  /** No answer, or one that is none. */
  static final int NO_ANSWER = -1;

  private Step step = Step.HELLO;
  private boolean heard;
  private int code = NO_ANSWER;
  private String text = "";

  Conversation(Session session, URLName server) {
    super(session, server);
  }

  Step step() {
    return step;
  }

  /** Returns the code of the answer to the last step. */
  int code() {
    return code;
  }

  /** Returns the answer to the last step. */
  String text() {
    return text;
  }

  private void begin(Step next) {
    step = next;
    heard = false;
    code = NO_ANSWER;
    text = "";
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int answer = super.readServerResponse();
    if (step == Step.HELLO || !heard) {
      heard = true;
      code = answer >= 200 && answer <= 599 ? answer : NO_ANSWER;
      text = getLastServerResponse();
    }
    return answer;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    begin(Step.SENDER);
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    begin(Step.RECIPIENT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    begin(Step.CONTENT);
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    begin(Step.END);
    super.finishData();
  }
}
