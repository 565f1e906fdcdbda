package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
@InsideUnitOfWork
class JdbcPurchaseRepository implements PurchaseRepository, PurchaseLists {
  private final PurchaseRows rows;

  JdbcPurchaseRepository(PurchaseRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Purchase> find(PurchaseId id) {
    return rows.findById(id.value()).map(PurchaseRow::toDomain);
  }

  @Override
  public Optional<Purchase> lock(PurchaseId id) {
    return rows.findByIdForUpdate(id.value()).map(PurchaseRow::toDomain);
  }

  @Override
  public Purchase lockOpen(Purchase wanted) {
    UUID course = wanted.course().value();
    UUID student = wanted.student().value();
    Optional<PurchaseRow> open = rows.findOpenForUpdate(course, student);
    // Another's that was in the way may be paid by the time it can be read.
    while (open.isEmpty()) {
      rows.insert(PurchaseRow.from(wanted.snapshot()));
      open = rows.findOpenForUpdate(course, student);
    }
    return open.get().toDomain();
  }

  @Override
  public Optional<Purchase> open(CourseId course, UserId student) {
    return rows.findOpen(course.value(), student.value()).map(PurchaseRow::toDomain);
  }

  @Override
  public List<Purchase> paid(CourseId course, UserId student) {
    return rows.findPaid(course.value(), student.value()).stream()
        .map(PurchaseRow::toDomain)
        .toList();
  }

  @Override
  public List<PurchaseId> due(int limit) {
    return rows.findDue(limit).stream().map(PurchaseId::new).toList();
  }

  @Override
  public void save(Purchase purchase) {
    try {
      rows.update(PurchaseRow.from(purchase.snapshot()));
    } catch (OptimisticLockException e) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
  }
}
