package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.DataResponse;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/** What courses are made of: chapters and lectures. */
@Controller
@Tag(name = "Courses")
class CurriculumController {
  private final CurriculumService curricula;

  CurriculumController(CurriculumService curricula) {
    this.curricula = curricula;
  }

  /** Adds a chapter, at a place or at the end. */
  @Post(uris = {"/api/course/courses/{id}/chapters", "/courses/{id}/chapters"})
  @Status(HttpStatus.CREATED)
  DataResponse<ChapterResponse> addChapter(Actor actor, UUID id, @Body ChapterRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        ChapterResponse.from(
            curricula.addChapter(
                actor,
                new CourseId(id),
                Sent.required(request.title(), "title"),
                Optional.ofNullable(request.position()))));
  }

  /** Changes what is sent of a chapter. */
  @Patch(uris = {"/api/course/chapters/{id}", "/chapters/{id}"})
  DataResponse<ChapterResponse> changeChapter(Actor actor, UUID id, @Body ChapterRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        ChapterResponse.from(
            curricula.changeChapter(
                actor,
                new ChapterId(id),
                Optional.ofNullable(request.title()),
                Optional.ofNullable(request.position()))));
  }

  /** Removes a chapter and keeps its lectures. */
  @Delete(uris = {"/api/course/chapters/{id}", "/chapters/{id}"})
  @Status(HttpStatus.NO_CONTENT)
  void removeChapter(Actor actor, UUID id) {
    actor.mustBeSignedIn();
    curricula.removeChapter(actor, new ChapterId(id));
  }

  /** Adds a lecture. */
  @Post(uris = {"/api/course/lectures", "/lectures"})
  @Status(HttpStatus.CREATED)
  DataResponse<LectureResponse> addLecture(Actor actor, @Body NewLectureRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(LectureResponse.from(curricula.addLecture(actor, request.toCommand())));
  }

  /** Returns a lecture to who may watch it, with where it plays once it can. */
  @Get(uris = {"/api/course/lectures/{id}", "/lectures/{id}"})
  @SecurityRequirement(name = ApiDescription.VISITOR)
  DataResponse<LectureResponse> lecture(Actor actor, UUID id) {
    return DataResponse.of(LectureResponse.from(curricula.lecture(actor, new LectureId(id))));
  }

  /** Changes what is sent of a lecture. */
  @Patch(uris = {"/api/course/lectures/{id}", "/lectures/{id}"})
  DataResponse<LectureResponse> changeLecture(
      Actor actor, UUID id, @Body ChangeLectureRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        LectureResponse.from(
            curricula.changeLecture(actor, new LectureId(id), request.toCommand())));
  }

  /** Removes a lecture with its video. */
  @Delete(uris = {"/api/course/lectures/{id}", "/lectures/{id}"})
  @Status(HttpStatus.NO_CONTENT)
  void removeLecture(Actor actor, UUID id) {
    actor.mustBeSignedIn();
    curricula.removeLecture(actor, new LectureId(id));
  }
}
