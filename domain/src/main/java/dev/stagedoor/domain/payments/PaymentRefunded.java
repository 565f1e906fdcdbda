package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;

/**
 * What went back of a payment changed: {@code refunded} in all now, the whole of it when full. It
 * is less than before when a refund that had succeeded failed after all.
 */
public record PaymentRefunded(
    PaymentId payment, Subject subject, UserId payer, Money refunded, boolean full)
    implements Announcement {}
