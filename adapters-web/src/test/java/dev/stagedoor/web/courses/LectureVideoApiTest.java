package dev.stagedoor.web.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.web.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a lecture's film is sent. */
class LectureVideoApiTest extends CoursesApiScene {
  @Test
  void whatWasSentPlaysForStudentsOnceItIsPrepared() {
    String path = "/api/course/lectures/" + school.lecture();
    byte[] film = LibraryWorld.aFilm();
    Map<?, ?> opened =
        data(
            server.call(
                school.teacher(),
                "POST",
                path + "/upload",
                Map.of("fileName", "b.mp4", "fileSize", film.length, "contentType", "video/mp4")));
    Map<String, Object> file = Map.of("fileId", opened.get("fileId"));
    server
        .call(school.teacher(), "POST", path + "/confirm-upload", file)
        .isProblem(409, "FILE_NOT_RECEIVED");
    send(opened, film);

    Answer confirmed = server.call(school.teacher(), "POST", path + "/confirm-upload", file);

    assertThat(confirmed.status()).isEqualTo(202);
    assertThat(data(confirmed).get("status")).isEqualTo("processing");
    assertThat(server.house().runJobs()).isEmpty();
    server.house().library().finishProcessing();
    server.house().later(Duration.ofSeconds(5));
    Answer status = server.call(school.student(), "GET", path + "/status", null);
    assertThat(status.json()).containsEntry("status", "completed").containsEntry("progress", 100);
    Map<?, ?> lecture = data(server.call(school.student(), "GET", path, null));
    assertThat(server.house().library().plays((String) lecture.get("videoUrl"))).isTrue();
    assertThat(server.house().library().shows((String) lecture.get("thumbnailUrl"))).isTrue();
    assertThat(lecture.get("duration")).isEqualTo(16);
    assertThat(lecture.get("videoUrlExpiresAt")).isNotNull();
  }

  @Test
  void aFileThatIsNoFilmFailsInTheReadersLanguage() {
    String path = "/api/course/lectures/" + school.awaiting();
    byte[] letter = LibraryWorld.aLetter();
    Map<?, ?> opened =
        data(
            server.call(
                school.teacher(),
                "POST",
                path + "/upload",
                Map.of(
                    "fileName", "b.mp4", "fileSize", letter.length, "contentType", "video/mp4")));
    send(opened, letter);
    Answer confirmed =
        server.call(
            school.teacher(),
            "POST",
            path + "/confirm-upload",
            Map.of("fileId", opened.get("fileId")));
    assertThat(confirmed.status()).isEqualTo(202);
    assertThat(server.house().runJobs()).isEmpty();
    server.house().library().finishProcessing();
    server.house().later(Duration.ofSeconds(5));

    Answer status = server.call(school.teacher(), "GET", path + "/status?lang=de", null);

    assertThat(status.json())
        .containsEntry("status", "failed")
        .containsEntry("error", "Die Datei ist kein Video oder ist beschädigt.");
  }

  @Test
  void filesThatAreNoVideosOrTooLargeAreNotTaken() {
    String path = "/api/course/lectures/" + school.lecture() + "/upload";
    Answer type =
        server
            .call(
                school.teacher(),
                "POST",
                path,
                Map.of("fileName", "a.pdf", "fileSize", 10, "contentType", "application/pdf"))
            .isProblem(422, "FILE_TYPE_NOT_TAKEN");
    Answer size =
        server
            .call(
                school.teacher(),
                "POST",
                path,
                Map.of("fileName", "a.mp4", "fileSize", 6L << 30, "contentType", "video/mp4"))
            .isProblem(422, "FILE_TOO_LARGE");

    assertThat(type.member("contentType")).isEqualTo("application/pdf");
    assertThat(size.json()).containsKey("limit");
  }
}
