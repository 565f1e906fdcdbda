package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.application.courses.ProgressService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.pages.Pages;
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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody learns, and the player in which they do. */
@Hidden
@Controller("/learn")
@Produces(MediaType.TEXT_HTML)
class LearnPages {
  private final Pages pages;
  private final CourseService courses;
  private final CurriculumService curricula;
  private final EnrollmentService enrollments;
  private final ProgressService progress;
  private final Enrolled enrolled;

  LearnPages(
      Pages pages,
      CourseService courses,
      CurriculumService curricula,
      EnrollmentService enrollments,
      ProgressService progress,
      Enrolled enrolled) {
    this.pages = pages;
    this.courses = courses;
    this.curricula = curricula;
    this.enrollments = enrollments;
    this.progress = progress;
    this.enrolled = enrolled;
  }

  @Get
  HttpResponse<String> learning(Shell shell, PageRequest page) {
    return pages.show(
        shell, "courses/learning", new LearningPage(enrollments.mine(shell.signedIn(), page)));
  }

  /** Opens a lecture of a course, or the one with which the reader goes on. */
  @Get("/{courseId}")
  HttpResponse<String> learn(
      Shell shell, @PathVariable UUID courseId, @QueryValue @Nullable UUID lecture) {
    Actor actor = shell.signedIn();
    CourseId id = new CourseId(courseId);
    CourseView course = courses.get(actor, id);
    Optional<EnrollmentView> enrollment = enrolled.in(actor, id);
    if (enrollment.isEmpty() && !CoursePages.isTaughtBy(actor, course)) {
      return Pages.leadTo(CoursePages.address(course));
    }
    Contents contents = Contents.of(curricula.of(actor, id)).watchable();
    Optional<LectureView> open =
        lecture == null
            ? contents.next()
            : Optional.of(contents.lecture(lecture).orElseThrow(DomainException::notFound));
    LearnPage page =
        new LearnPage(
            course,
            contents,
            enrollment,
            open.map(one -> curricula.lecture(actor, new LectureId(one.id()))));
    // Where it plays is good for this reader only.
    return Pages.unkept(pages.show(shell, "courses/learn", page));
  }

  /** Marks a lecture as done, and goes on. */
  @Post("/{courseId}/lectures/{lectureId}/done")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> done(
      Shell shell, @PathVariable UUID courseId, @PathVariable UUID lectureId) {
    Actor actor = shell.signedIn();
    Contents contents = Contents.of(curricula.of(actor, new CourseId(courseId))).watchable();
    LectureView lecture = contents.lecture(lectureId).orElseThrow(DomainException::notFound);
    Duration position = lecture.watched().map(LectureView.Watched::position).orElse(Duration.ZERO);
    progress.watch(actor, new LectureId(lectureId), position, true, Duration.ZERO);
    UUID next = contents.after(lectureId).map(LectureView::id).orElse(lectureId);
    return Pages.leadTo(address(courseId) + "?lecture=" + next + "&done=lecture_done");
  }

  /** Begins a course again. */
  @Post("/{courseId}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> again(Shell shell, @PathVariable UUID courseId) {
    progress.reset(shell.signedIn(), new CourseId(courseId));
    return Pages.leadTo(address(courseId) + "?done=course_begun_again");
  }

  static String address(UUID course) {
    return "/learn/" + course;
  }
}
