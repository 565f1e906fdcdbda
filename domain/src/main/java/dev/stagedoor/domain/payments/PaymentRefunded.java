package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;

/** Money of a payment went back: {@code refunded} in all so far, the whole of it when full. */
public record PaymentRefunded(
    PaymentId payment, Subject subject, UserId payer, Money refunded, boolean full)
    implements Announcement {}
