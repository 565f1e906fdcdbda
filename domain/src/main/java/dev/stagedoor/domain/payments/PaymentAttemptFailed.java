package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Subject;

/** A payer's attempt failed; the payment can still be paid. */
public record PaymentAttemptFailed(
    PaymentId payment, Subject subject, UserId payer, DeclineReason reason)
    implements Announcement {}
