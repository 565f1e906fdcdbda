package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.application.courses.LectureVideoService;
import dev.stagedoor.application.courses.LectureVideoView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Shows a course to whoever teaches it, after whatever they did to it. */
@Singleton
final class CourseEditor {
  private static final String READY = "completed";

  private final Pages pages;
  private final CourseService courses;
  private final CurriculumService curricula;
  private final LectureVideoService videos;

  CourseEditor(
      Pages pages, CourseService courses, CurriculumService curricula, LectureVideoService videos) {
    this.pages = pages;
    this.courses = courses;
    this.curricula = curricula;
    this.videos = videos;
  }

  /** Returns a course of the reader's own; for all others it is one they may not change. */
  CourseView taught(Actor actor, CourseId id) {
    CourseView course = courses.get(actor, id);
    if (!CoursePages.isTaughtBy(actor, course)) {
      throw DomainException.notAllowed();
    }
    return course;
  }

  HttpResponse<String> show(Shell shell, CourseView course) {
    return show(HttpStatus.OK, shell, course, CourseFields.filled(course), Form.empty());
  }

  HttpResponse<String> show(
      HttpStatus status, Shell shell, CourseView course, Form details, Form problem) {
    Actor actor = shell.actor();
    Contents contents = Contents.of(curricula.of(actor, new CourseId(course.id())));
    return Pages.unkept(
        pages.show(
            status,
            shell,
            "courses/editor",
            new EditorPage(course, contents, details, problem, underWay(actor, contents))));
  }

  /** Does something to a part of a course, or says above everything why it was refused. */
  HttpResponse<String> act(Shell shell, UUID course, Supplier<String> action) {
    CourseView taught = taught(shell.signedIn(), new CourseId(course));
    try {
      return Pages.leadTo(address(course) + action.get());
    } catch (DomainException refused) {
      Form problem = Form.empty().refused(refused, shell.text());
      return show(Form.status(refused), shell, taught, CourseFields.filled(taught), problem);
    }
  }

  static String address(UUID course) {
    return "/teach/" + course;
  }

  private Map<UUID, LectureVideoView> underWay(Actor actor, Contents contents) {
    Map<UUID, LectureVideoView> underWay = new LinkedHashMap<>();
    for (LectureView lecture : contents.lectures()) {
      Optional<String> video = lecture.video();
      if (video.isPresent() && !video.get().equals(READY)) {
        underWay.put(lecture.id(), videos.status(actor, new LectureId(lecture.id())));
      }
    }
    return underWay;
  }
}
