package dev.stagedoor.persistence.invoicing;

import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceDraft;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceProblem;
import dev.stagedoor.domain.invoicing.InvoiceSnapshot;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@MappedEntity("invoices")
record InvoiceRow(
    @Id UUID id,
    String ownerKind,
    UUID ownerId,
    String subjectKind,
    UUID subjectId,
    String provider,
    String customerReference,
    String customerName,
    @Nullable String customerEmail,
    @TypeDef(type = DataType.JSON) List<InvoiceLineJson> lines,
    String currency,
    long totalMinor,
    String memo,
    long dueSeconds,
    String status,
    @Nullable String problemKind,
    @Nullable String problemCode,
    @Nullable String refProvider,
    @Nullable String refId,
    @Nullable String page,
    @TypeDef(type = DataType.JSON) List<String> unwanted,
    int round,
    boolean isDoubtful,
    @Nullable Instant writingUntil,
    @Nullable Instant nextCheckAt,
    int checks,
    @Nullable Instant sentAt,
    @Nullable Instant paidAt,
    Instant createdAt,
    Instant updatedAt,
    @Version long version) {

  static InvoiceRow from(Invoice invoice) {
    InvoiceSnapshot now = invoice.snapshot();
    InvoiceDraft draft = now.draft();
    Money total = invoice.total();
    InvoiceProblem problem = now.problem();
    ProviderRef ref = now.ref();
    return new InvoiceRow(
        draft.id().value(),
        draft.owner().kind(),
        draft.owner().id(),
        draft.subject().kind(),
        draft.subject().id(),
        draft.provider().value(),
        draft.customer().reference(),
        draft.customer().name(),
        draft.customer().email().map(EmailAddress::value).orElse(null),
        draft.lines().stream().map(InvoiceLineJson::from).toList(),
        total.currency().getCurrencyCode(),
        total.minor(),
        draft.memo(),
        draft.due().toSeconds(),
        now.status().code(),
        problem == null ? null : Codes.of(problem.kind()),
        problem == null ? null : problem.code(),
        ref == null ? null : ref.provider().value(),
        ref == null ? null : ref.value(),
        now.page() == null ? null : now.page().toString(),
        now.unwanted().stream().map(ProviderRef::value).sorted().toList(),
        now.round(),
        now.isDoubtful(),
        now.writingUntil(),
        now.nextCheckAt(),
        now.checks(),
        now.sentAt(),
        now.paidAt(),
        now.createdAt(),
        now.updatedAt(),
        now.version());
  }

  Invoice toDomain() {
    return Invoice.restore(
        new InvoiceSnapshot(
            new InvoiceDraft(
                new InvoiceId(id),
                new Subject(ownerKind, ownerId),
                new Subject(subjectKind, subjectId),
                new ProviderId(provider),
                new Customer(
                    customerReference,
                    customerName,
                    Optional.ofNullable(customerEmail).map(EmailAddress::new)),
                lines.stream().map(line -> line.toDomain(currency)).toList(),
                memo,
                Duration.ofSeconds(dueSeconds)),
            Codes.parse(InvoiceStatus.class, status),
            problemKind == null || problemCode == null
                ? null
                : new InvoiceProblem(
                    Codes.parse(InvoiceProblem.Kind.class, problemKind), problemCode),
            refProvider == null || refId == null ? null : ProviderRef.of(refProvider, refId),
            page == null ? null : URI.create(page),
            unwanted.stream()
                .map(bill -> ProviderRef.of(provider, bill))
                .collect(Collectors.toUnmodifiableSet()),
            round,
            isDoubtful,
            writingUntil,
            nextCheckAt,
            checks,
            sentAt,
            paidAt,
            createdAt,
            updatedAt,
            version));
  }
}
