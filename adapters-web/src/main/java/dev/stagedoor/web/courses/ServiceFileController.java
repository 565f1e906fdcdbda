package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.LectureVideoService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.services.ServiceDoor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Opens uploads for the service that keeps courses, where that is another one. */
@Controller
@Tag(name = "Services")
@Consumes(MediaType.ALL)
@SecurityRequirement(name = ApiDescription.SERVICE)
class ServiceFileController {
  private static final ServiceId COURSES = new ServiceId("course-service");

  private final ServiceDoor door;
  private final LectureVideoService videos;

  ServiceFileController(ServiceDoor door, LectureVideoService videos) {
    this.door = door;
    this.videos = videos;
  }

  /** Says where to send the file of a lecture of a course. */
  @Post(
      uris = {
        "/api/files/internal/presigned-url",
        "/api/file/internal/presigned-url",
        "/internal/presigned-url"
      })
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PresignRequest.class)))
  UploadResponse presign(HttpRequest<byte[]> request) {
    PresignRequest wanted = door.admit(request, COURSES, PresignRequest.class);
    return UploadResponse.from(
        videos.open(
            Actor.system(),
            new CourseId(wanted.courseId()),
            new LectureId(wanted.lectureId()),
            wanted.file()));
  }
}
