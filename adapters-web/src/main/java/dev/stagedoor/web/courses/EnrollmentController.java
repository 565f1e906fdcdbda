package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CertificateService;
import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.ProgressService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.json.DataPageResponse;
import dev.stagedoor.web.json.DataResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** What the caller is enrolled in, and how far they are. */
@Controller
@Tag(name = "Courses")
class EnrollmentController {
  private static final String PROGRESS = "/enrollments/course/{courseId}/progress";

  private final EnrollmentService enrollments;
  private final ProgressService progress;
  private final CertificateService certificates;

  EnrollmentController(
      EnrollmentService enrollments, ProgressService progress, CertificateService certificates) {
    this.enrollments = enrollments;
    this.progress = progress;
    this.certificates = certificates;
  }

  /** Lists what the caller is or was enrolled in, the newest first. */
  @Get(uris = {"/api/course/enrollments/me", "/enrollments/me"})
  DataPageResponse<EnrollmentResponse> mine(Actor actor, PageRequest page) {
    actor.mustBeSignedIn();
    return DataPageResponse.from(enrollments.mine(actor, page), EnrollmentResponse::from);
  }

  /** Returns the caller's enrollment in a course. */
  @Get(uris = {"/api/course/enrollments/course/{courseId}", "/enrollments/course/{courseId}"})
  DataResponse<EnrollmentResponse> mine(Actor actor, UUID courseId) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        EnrollmentResponse.from(enrollments.mine(actor, new CourseId(courseId))));
  }

  /**
   * Takes in how far the caller is with a course, as their player reckons. Less than is known
   * changes nothing; at the end there is a certificate.
   */
  @Patch(uris = {"/api/course" + PROGRESS, PROGRESS})
  DataResponse<LearnedResponse> learn(Actor actor, UUID courseId, @Body ProgressRequest request) {
    actor.mustBeSignedIn();
    Faults faults = new Faults();
    var made = faults.read(request::progress);
    var watched = faults.read(request::watched);
    faults.refuseAny();
    return learned(
        progress.learn(actor, new CourseId(courseId), made.orElseThrow(), watched.orElseThrow()));
  }

  /** Begins a course again: where the caller was is forgotten, what was completed stays so. */
  @Delete(uris = {"/api/course" + PROGRESS, PROGRESS})
  DataResponse<LearnedResponse> reset(Actor actor, UUID courseId) {
    actor.mustBeSignedIn();
    return learned(progress.reset(actor, new CourseId(courseId)));
  }

  /** Takes in where the caller is in a lecture, from which follows how far they are. */
  @Put(uris = {"/api/course/lectures/{id}/progress", "/lectures/{id}/progress"})
  DataResponse<LearnedResponse> watch(Actor actor, UUID id, @Body WatchedRequest request) {
    actor.mustBeSignedIn();
    Faults faults = new Faults();
    var position = faults.read(request::position);
    var watched = faults.read(request::watched);
    faults.refuseAny();
    return learned(
        progress.watch(
            actor,
            new LectureId(id),
            position.orElseThrow(),
            request.isDone(),
            watched.orElseThrow()));
  }

  private DataResponse<LearnedResponse> learned(EnrollmentView enrollment) {
    return DataResponse.of(
        new LearnedResponse(
            EnrollmentResponse.from(enrollment),
            enrollment
                .certificateNumber()
                .map(certificates::get)
                .map(CertificateResponse::from)
                .orElse(null)));
  }
}
