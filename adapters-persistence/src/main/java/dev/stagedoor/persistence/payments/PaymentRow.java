package dev.stagedoor.persistence.payments;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.Attention;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentSnapshot;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@MappedEntity("payments")
record PaymentRow(
    @Id UUID id,
    String subjectKind,
    UUID subjectId,
    UUID payerId,
    long amountMinor,
    String currency,
    String description,
    String provider,
    String status,
    @Nullable String chargeProvider,
    @Nullable String chargeId,
    @Nullable String clientSecret,
    @Nullable String declineReason,
    @Nullable String declineCode,
    @Nullable Long capturedMinor,
    @Nullable String capturedCurrency,
    @Nullable Instant paidAt,
    @Nullable Instant nextCheckAt,
    int checks,
    @TypeDef(type = DataType.JSON) List<RefundJson> refunds,
    @TypeDef(type = DataType.JSON) List<String> attention,
    Instant createdAt,
    @Version long version) {
  static PaymentRow from(PaymentSnapshot payment, ColumnCipher cipher) {
    UUID id = payment.id().value();
    ProviderRef charge = payment.ref();
    Decline decline = payment.lastDecline();
    Money captured = payment.captured();
    return new PaymentRow(
        id,
        payment.subject().kind(),
        payment.subject().id(),
        payment.payer().value(),
        payment.amount().minor(),
        payment.amount().currency().getCurrencyCode(),
        payment.description(),
        payment.provider().value(),
        Codes.of(payment.status()),
        charge == null ? null : charge.provider().value(),
        charge == null ? null : charge.value(),
        cipher.encryptNullable(
            EncryptedColumn.PAYMENT_CLIENT_SECRET.at(id), payment.clientSecret()),
        decline == null ? null : Codes.of(decline.reason()),
        decline == null ? null : decline.providerCode(),
        captured == null ? null : captured.minor(),
        captured == null ? null : captured.currency().getCurrencyCode(),
        payment.paidAt(),
        payment.nextCheckAt(),
        payment.checks(),
        payment.refunds().stream().map(RefundJson::from).toList(),
        payment.attention().stream().sorted().map(Codes::of).toList(),
        payment.createdAt(),
        payment.version());
  }

  Payment toDomain(ColumnCipher cipher) {
    return Payment.restore(
        new PaymentSnapshot(
            new PaymentId(id),
            new Subject(subjectKind, subjectId),
            new UserId(payerId),
            Money.of(amountMinor, currency),
            description,
            new ProviderId(provider),
            Codes.parse(PaymentStatus.class, status),
            chargeProvider == null || chargeId == null
                ? null
                : ProviderRef.of(chargeProvider, chargeId),
            cipher.decryptNullable(EncryptedColumn.PAYMENT_CLIENT_SECRET.at(id), clientSecret),
            declineReason == null || declineCode == null
                ? null
                : new Decline(Codes.parse(DeclineReason.class, declineReason), declineCode),
            capturedMinor == null || capturedCurrency == null
                ? null
                : Money.of(capturedMinor, capturedCurrency),
            paidAt,
            nextCheckAt,
            checks,
            refunds.stream().map(RefundJson::toDomain).toList(),
            attention.stream()
                .map(reason -> Codes.parse(Attention.class, reason))
                .collect(Collectors.toUnmodifiableSet()),
            createdAt,
            version));
  }
}
