package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;

/**
 * The provider took another amount than was asked for, or more than before. What was taken is what
 * counts.
 */
public record CaptureDiffered(
    PaymentId payment, Subject subject, UserId payer, Money asked, Money captured)
    implements Announcement {}
