package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("course_purchases")
record PurchaseRow(
    @Id UUID id,
    UUID courseId,
    UUID studentId,
    long priceMinor,
    String currency,
    String status,
    String granted,
    @Nullable UUID paymentId,
    @Nullable Instant paidAt,
    long keptMinor,
    Instant createdAt,
    @Version long version) {

  static PurchaseRow from(Purchase.Snapshot purchase) {
    PaymentId payment = purchase.payment();
    return new PurchaseRow(
        purchase.id().value(),
        purchase.course().value(),
        purchase.student().value(),
        purchase.price().minor(),
        purchase.price().currency().getCurrencyCode(),
        Codes.of(purchase.status()),
        Codes.of(purchase.grant()),
        payment == null ? null : payment.value(),
        purchase.paidAt(),
        purchase.kept().minor(),
        purchase.createdAt(),
        purchase.version());
  }

  Purchase toDomain() {
    return Purchase.restore(
        new Purchase.Snapshot(
            new PurchaseId(id),
            new CourseId(courseId),
            new UserId(studentId),
            Money.of(priceMinor, currency),
            Codes.parse(Purchase.Status.class, status),
            Codes.parse(Purchase.Grant.class, granted),
            paymentId == null ? null : new PaymentId(paymentId),
            paidAt,
            Money.of(keptMinor, currency),
            createdAt,
            version));
  }
}
