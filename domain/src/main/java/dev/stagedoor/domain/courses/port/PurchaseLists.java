package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import java.util.List;
import java.util.Optional;

/** Finds purchases by what they have in common. All methods need an open unit of work. */
public interface PurchaseLists {
  /** Finds what a student wishes to buy of a course and has not paid. */
  Optional<Purchase> open(CourseId course, UserId student);

  /** Returns what a student bought of a course and has not been given back, the newest first. */
  List<Purchase> paid(CourseId course, UserId student);

  /** Returns purchases whose student has not been granted what is due, the oldest first. */
  List<PurchaseId> due(int limit);
}
