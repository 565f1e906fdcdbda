package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Subject;

/** A payment was given up, or ran out, before any money moved. */
public record PaymentCancelled(PaymentId payment, Subject subject, UserId payer)
    implements Announcement {}
