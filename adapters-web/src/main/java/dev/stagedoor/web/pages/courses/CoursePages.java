package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.application.courses.PurchaseService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.PaymentFrame;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalogue, the page of each course, and the way in. */
@Hidden
@Controller("/courses")
@Produces(MediaType.TEXT_HTML)
class CoursePages {
  private static final String ENROLLED = "?done=enrolled";

  private final Pages pages;
  private final CourseService courses;
  private final CurriculumService curricula;
  private final PurchaseService purchases;
  private final Enrolled enrolled;
  private final PaymentFrame frame;

  CoursePages(
      Pages pages,
      CourseService courses,
      CurriculumService curricula,
      PurchaseService purchases,
      Enrolled enrolled,
      PaymentFrame frame) {
    this.pages = pages;
    this.courses = courses;
    this.curricula = curricula;
    this.purchases = purchases;
    this.enrolled = enrolled;
    this.frame = frame;
  }

  @Get
  HttpResponse<String> catalogue(
      Shell shell, @QueryValue @Nullable String search, PageRequest page) {
    String wanted = search == null ? "" : search.strip();
    Optional<String> filter = wanted.isEmpty() ? Optional.empty() : Optional.of(wanted);
    return pages.show(
        shell, "courses/catalogue", new CataloguePage(courses.published(filter, page), wanted));
  }

  @Get("/{slug}")
  HttpResponse<String> course(Shell shell, @PathVariable String slug) {
    Actor actor = shell.actor();
    CourseView course = courses.get(actor, read(slug));
    CourseId id = new CourseId(course.id());
    CoursePage page =
        new CoursePage(
            course,
            Contents.of(curricula.of(actor, id)).watchable(),
            enrolled.in(actor, id),
            isTaughtBy(actor, course));
    return pages.show(shell, "courses/course", page);
  }

  /** Shows a lecture that may be watched without being enrolled. */
  @Get("/{slug}/lectures/{lectureId}")
  HttpResponse<String> preview(
      Shell shell, @PathVariable String slug, @PathVariable UUID lectureId) {
    CourseView course = courses.get(shell.actor(), read(slug));
    LectureView lecture = curricula.lecture(shell.actor(), new LectureId(lectureId));
    if (!lecture.courseId().equals(course.id())) {
      throw DomainException.notFound();
    }
    // Where it plays is good for this reader only.
    return Pages.unkept(pages.show(shell, "courses/preview", new PreviewPage(course, lecture)));
  }

  /** Enrolls in a course that costs nothing. */
  @Post("/{slug}/enroll")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> enroll(Shell shell, @PathVariable String slug) {
    Actor actor = shell.signedIn();
    CourseView course = courses.get(actor, read(slug));
    CourseId id = new CourseId(course.id());
    if (enrolled.in(actor, id).isPresent()) {
      return Pages.leadTo(LearnPages.address(course.id()));
    }
    if (!course.price().isZero()) {
      return Pages.leadTo(address(course) + "/payment");
    }
    boolean isIn =
        purchases.pay(actor, id, Optional.empty(), Optional.empty()).enrollment().isPresent();
    return Pages.leadTo(
        isIn ? LearnPages.address(course.id()) + ENROLLED : address(course) + "/payment");
  }

  @Get("/{slug}/payment")
  HttpResponse<String> payment(Shell shell, @PathVariable String slug) {
    Actor actor = shell.signedIn();
    CourseView course = courses.get(actor, read(slug));
    boolean isPaid = enrolled.in(actor, new CourseId(course.id())).isPresent();
    if (!isPaid && course.price().isZero()) {
      return Pages.leadTo(address(course));
    }
    CoursePaymentPage page = new CoursePaymentPage(course, isPaid, frame.forms());
    return frame.around(pages.show(shell, "courses/payment", page));
  }

  static String address(CourseView course) {
    return "/courses/" + URLEncoder.encode(course.slug(), StandardCharsets.UTF_8);
  }

  static boolean isTaughtBy(Actor actor, CourseView course) {
    return actor.isSignedIn()
        && (actor.isAdmin() || actor.userId().value().equals(course.teacherId()));
  }

  private static CourseSlug read(String slug) {
    try {
      return new CourseSlug(slug);
    } catch (IllegalArgumentException | DomainException notAnAddress) {
      throw DomainException.notFound();
    }
  }
}
