package dev.stagedoor.application.courses;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.application.messaging.Mail;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.port.CourseRepository;
import java.util.Map;
import java.util.Optional;

/** Writes to who bought a course, once they are enrolled. */
public final class CourseReceipt {
  private final AccountRepository accounts;
  private final CourseRepository courses;
  private final Mailer mailer;
  private final Settings settings;

  public CourseReceipt(
      AccountRepository accounts, CourseRepository courses, Mailer mailer, Settings settings) {
    this.accounts = accounts;
    this.courses = courses;
    this.mailer = mailer;
    this.settings = settings;
  }

  /** Queues the mail in the open unit of work. */
  void send(Purchase purchase) {
    Account student = accounts.find(purchase.student()).orElseThrow();
    Course course = courses.find(purchase.course()).orElseThrow();
    mailer.send(
        student.email(),
        student.language(),
        new Mail(
            "course_bought",
            Map.of(
                "name", student.name().display(),
                "course", course.title(),
                "amount", Amounts.written(purchase.price(), student.language())),
            Optional.of(settings.link("/learn/" + course.id().value()))));
  }
}
