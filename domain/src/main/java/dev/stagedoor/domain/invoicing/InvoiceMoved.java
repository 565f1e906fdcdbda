package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.Subject;

/**
 * An invoice changed.
 *
 * @param owner whose it is
 * @param subject what it is for
 */
public record InvoiceMoved(InvoiceId invoice, Subject owner, Subject subject, InvoiceStatus now)
    implements Announcement {}
