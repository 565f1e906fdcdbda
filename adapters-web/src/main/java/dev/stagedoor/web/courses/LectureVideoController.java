package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.LectureVideoService;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.web.json.DataResponse;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The videos of lectures, from the file a teacher sends to what students watch. */
@Controller
@Tag(name = "Courses")
class LectureVideoController {
  private final LectureVideoService videos;
  private final Translations translations;

  LectureVideoController(LectureVideoService videos, Translations translations) {
    this.videos = videos;
    this.translations = translations;
  }

  /** Says where to send the file of a lecture; one that was opened before is given up. */
  @Post(uris = {"/api/course/lectures/{id}/upload", "/lectures/{id}/upload"})
  DataResponse<UploadResponse> upload(Actor actor, UUID id, @Body NewUploadRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        UploadResponse.from(videos.open(actor, new LectureId(id), request.toCommand())));
  }

  /**
   * Says that the file was sent. It is looked at in the store and then prepared; after a failure
   * the same call tries again.
   */
  @Post(uris = {"/api/course/lectures/{id}/confirm-upload", "/lectures/{id}/confirm-upload"})
  @Status(HttpStatus.ACCEPTED)
  DataResponse<VideoProgressResponse> confirm(
      Actor actor, Language language, UUID id, @Body ConfirmUploadRequest request) {
    actor.mustBeSignedIn();
    FileId file = new FileId(Sent.required(request.fileId(), "fileId"));
    return DataResponse.of(
        VideoProgressResponse.from(
            videos.confirm(actor, new LectureId(id), file), translations, language));
  }

  /** Tells how far the newest video of a lecture is. For the teacher and who is enrolled. */
  @Get(uris = {"/api/course/lectures/{id}/status", "/lectures/{id}/status"})
  VideoStatusResponse status(Actor actor, Language language, UUID id) {
    actor.mustBeSignedIn();
    return VideoStatusResponse.from(
        VideoProgressResponse.from(
            videos.status(actor, new LectureId(id)), translations, language));
  }
}
