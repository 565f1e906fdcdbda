package dev.stagedoor.application.subscriptions;

import dev.stagedoor.application.language.Dates;
import dev.stagedoor.application.messaging.Mail;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.subscriptions.GracePeriod;
import dev.stagedoor.domain.subscriptions.Subscription;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes to the holders of subscriptions. All methods queue a mail in the open unit of work. */
public final class SubscriptionMails {
  private final AccountRepository accounts;
  private final Mailer mailer;
  private final GracePeriod grace;
  private final URI manage;

  /**
   * @param manage where a holder looks after their subscription
   */
  public SubscriptionMails(
      AccountRepository accounts, Mailer mailer, GracePeriod grace, URI manage) {
    this.accounts = accounts;
    this.mailer = mailer;
    this.grace = grace;
    this.manage = manage;
  }

  /** Says that a payment failed, and when access ends, or that it has ended. */
  void paymentFailed(Subscription unpaid, Instant now) {
    Instant end = unpaid.graceUntil(grace).orElseThrow();
    send(unpaid, reminder(unpaid.snapshot().reminders(), now.isBefore(end)), Optional.of(end));
  }

  private String reminder(int count, boolean isInGrace) {
    if (!isInGrace) {
      return "payment_grace_over";
    }
    if (count == 1) {
      return "payment_failed";
    }
    return count == grace.reminders().size() ? "payment_failed_last" : "payment_failed_again";
  }

  /** Says that what was open is paid. */
  void paymentReceived(Subscription paid) {
    send(paid, "payment_received", paid.paidUntil());
  }

  /** Says that a subscription is over. */
  void ended(Subscription over) {
    send(over, "subscription_ended", Optional.empty());
  }

  private void send(Subscription about, String mail, Optional<Instant> day) {
    Account holder = accounts.find(about.holder()).orElseThrow();
    mailer.send(
        holder.email(),
        holder.language(),
        new Mail(
            mail,
            Map.of(
                "name", holder.name().display(),
                "date", day.map(at -> Dates.written(at, holder.language())).orElse("")),
            Optional.of(manage)));
  }
}
