package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an invoice; for repositories only.
 *
 * @param problem what is wrong while it is in error, or was paid otherwise than asked; stays after
 *     the retry of a payment that failed, until the provider says otherwise
 * @param unwanted what the provider has for it besides, to be taken back
 * @param round counts what surely failed: each has a key of its own
 * @param isDoubtful whether an answer was lost, so that the provider may have it
 */
public record InvoiceSnapshot(
    InvoiceDraft draft,
    InvoiceStatus status,
    @Nullable InvoiceProblem problem,
    @Nullable ProviderRef ref,
    @Nullable URI page,
    Set<ProviderRef> unwanted,
    int round,
    boolean isDoubtful,
    @Nullable Instant writingUntil,
    @Nullable Instant nextCheckAt,
    int checks,
    @Nullable Instant sentAt,
    @Nullable Instant paidAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  /** Returns that of an invoice that is drafted now, and to be written at once. */
  static InvoiceSnapshot ofNew(InvoiceDraft draft, Instant now) {
    return new InvoiceSnapshot(
        draft,
        InvoiceStatus.DRAFT,
        null,
        null,
        null,
        Set.of(),
        1,
        false,
        null,
        now,
        0,
        null,
        null,
        now,
        now,
        0);
  }
}
