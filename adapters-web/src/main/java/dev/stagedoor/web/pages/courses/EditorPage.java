package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.LectureVideoView;
import dev.stagedoor.web.pages.Form;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A course as its teacher puts it together.
 *
 * @param details what the course says of itself, as typed or as it is
 * @param problem what was wrong with something else on the page
 * @param videos how far the videos are that are not ready, by lecture
 */
public record EditorPage(
    CourseView course,
    Contents contents,
    Form details,
    Form problem,
    Map<UUID, LectureVideoView> videos) {
  public EditorPage {
    videos = Map.copyOf(videos);
  }

  public Optional<LectureVideoView> video(UUID lecture) {
    return Optional.ofNullable(videos.get(lecture));
  }
}
