package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.DataPageResponse;
import dev.stagedoor.web.json.DataResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Courses: begun, changed, put on sale and shown. */
@Controller
@Tag(name = "Courses")
class CourseController {
  private final CourseService courses;
  private final CurriculumService curricula;

  CourseController(CourseService courses, CurriculumService curricula) {
    this.courses = courses;
    this.curricula = curricula;
  }

  /** Begins a course, taught by the caller. */
  @Post(uris = {"/api/course/courses", "/courses"})
  @Status(HttpStatus.CREATED)
  DataResponse<CourseResponse> create(Actor actor, @Body NewCourseRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(CourseResponse.from(courses.create(actor, request.toCommand())));
  }

  /** Lists published courses, the newest first; with a search those that fit best. */
  @Get("/api/course/courses")
  DataPageResponse<CourseResponse> published(
      @QueryValue @Nullable String search, PageRequest page) {
    return DataPageResponse.from(
        courses.published(Optional.ofNullable(search).filter(words -> !words.isBlank()), page),
        CourseResponse::from);
  }

  /** Returns a course, by its id or its address, with what it is made of. */
  @Get("/api/course/courses/{id}")
  @SecurityRequirement(name = ApiDescription.VISITOR)
  DataResponse<CourseResponse> get(Actor actor, String id) {
    CourseView course =
        Named.course(id, one -> courses.get(actor, one), one -> courses.get(actor, one));
    return DataResponse.of(
        CourseResponse.from(course, curricula.of(actor, new CourseId(course.id()))));
  }

  /** Changes what is sent. */
  @Patch(uris = {"/api/course/courses/{id}", "/courses/{id}"})
  DataResponse<CourseResponse> change(Actor actor, UUID id, @Body ChangeCourseRequest request) {
    actor.mustBeSignedIn();
    CourseId course = new CourseId(id);
    Money current = courses.get(actor, course).price();
    return DataResponse.of(
        CourseResponse.from(courses.change(actor, course, request.toCommand(current))));
  }

  /** Removes a course that nobody wanted to buy or was ever enrolled in, with its videos. */
  @Delete(uris = {"/api/course/courses/{id}", "/courses/{id}"})
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, UUID id) {
    actor.mustBeSignedIn();
    courses.remove(actor, new CourseId(id));
  }

  /** Lists who is or was enrolled, the newest first. For the teacher. */
  @Get(uris = {"/api/course/courses/{id}/students", "/courses/{id}/students"})
  DataPageResponse<EnrollmentResponse> students(Actor actor, UUID id, PageRequest page) {
    actor.mustBeSignedIn();
    return DataPageResponse.from(
        courses.students(actor, new CourseId(id), page), EnrollmentResponse::from);
  }

  /** Lists what the caller teaches, drafts too, and how it does. */
  @Get(uris = {"/api/course/teaching", "/teaching"})
  DataPageResponse<CourseFiguresResponse> teaching(Actor actor, PageRequest page) {
    actor.mustBeSignedIn();
    return DataPageResponse.from(courses.teaching(actor, page), CourseFiguresResponse::from);
  }
}
