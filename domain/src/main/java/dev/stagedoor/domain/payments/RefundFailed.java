package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;

/** A refund came to nothing, perhaps after it had succeeded: its amount is with us again. */
public record RefundFailed(
    PaymentId payment, Subject subject, UserId payer, RefundId refund, Money amount)
    implements Announcement {}
