package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;

/** Money of a payment was taken: {@code captured}. Announced once for each payment. */
public record PaymentSucceeded(PaymentId payment, Subject subject, UserId payer, Money captured)
    implements Announcement {}
