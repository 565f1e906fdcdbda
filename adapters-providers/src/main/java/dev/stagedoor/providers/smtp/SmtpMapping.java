package dev.stagedoor.providers.smtp;

import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.smtp.Conversation.Step;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/** What it means where a conversation ended, and with which answer. */
final class SmtpMapping {
  /**
   * Codes about who may send, not about one mail: https://www.rfc-editor.org/rfc/rfc4954#section-6
   * and https://www.rfc-editor.org/rfc/rfc3207#section-4.
   */
  private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

  /** The mailbox is full, or the server short of room: says no today, not for ever. */
  private static final int NO_ROOM = 552;

  private static final int CLOSING = 421;

  private SmtpMapping() {}

  /**
   * Tells what became of a mail: REJECTED for what will never be taken, UNREADABLE where nobody
   * knows, and otherwise why it surely was not taken.
   */
  static Kind kind(Step step, int code, MessagingException e) {
    if (step == Step.HELLO) {
      boolean mustAct =
          e instanceof AuthenticationFailedException
              || SIGN_IN.contains(code)
              || e.getCause() instanceof SSLHandshakeException
              // It greeted, and then offered no TLS, or the certificate of another host.
              || (code / 100 == 2 && !isLine(e));
      return mustAct ? Kind.UNAUTHORISED : Kind.UNAVAILABLE;
    }
    if (code == Conversation.NO_ANSWER || code / 100 == 2 || code / 100 == 3) {
      return step == Step.END ? Kind.UNREADABLE : Kind.UNAVAILABLE;
    }
    if (code == CLOSING) {
      return Kind.UNAVAILABLE;
    }
    if (code / 100 == 4 || (code == NO_ROOM && step == Step.RECIPIENT)) {
      return Kind.RATE_LIMITED;
    }
    if (SIGN_IN.contains(code) || (step == Step.SENDER && code != NO_ROOM)) {
      // Our address is refused, as it would be in every mail.
      return Kind.UNAUTHORISED;
    }
    return Kind.REJECTED;
  }

  /** Tells whether the connection broke or was too slow. */
  private static boolean isLine(MessagingException e) {
    Throwable cause = e.getCause();
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof EOFException;
  }

  /** Says at which step it ended. */
  static String what(Step step, int code) {
    String where =
        switch (step) {
          case HELLO -> "no conversation came about";
          case SENDER -> "the sender was not taken";
          case RECIPIENT -> "the recipient was not taken";
          case CONTENT -> "the mail was not taken";
          case END -> "no answer came to the whole mail";
        };
    return step == Step.END && code != Conversation.NO_ANSWER
        ? "the whole mail was not taken"
        : where;
  }
}
