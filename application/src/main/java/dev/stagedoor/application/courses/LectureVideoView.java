package dev.stagedoor.application.courses;

import java.util.Optional;

/**
 * How far the newest video of a lecture is.
 *
 * @param status {@code waiting} for the file, {@code processing}, {@code completed} or {@code
 *     failed}
 * @param progress percent prepared, 0 to 100
 * @param error why it failed: the name of the reason
 */
public record LectureVideoView(String status, int progress, Optional<String> error) {}
