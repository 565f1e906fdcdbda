package dev.stagedoor.application.courses;

import java.util.Optional;
import java.util.UUID;

/**
 * How far the newest video of a lecture is.
 *
 * @param status {@code waiting} for the file, {@code processing}, {@code completed} or {@code
 *     failed}
 * @param progress percent prepared, 0 to 100
 * @param error why it failed: the name of the reason
 * @param file the file it is made of, which is confirmed again to try again; empty while it is
 *     waited for
 */
public record LectureVideoView(
    String status, int progress, Optional<String> error, Optional<UUID> file) {}
