package dev.stagedoor.application.courses;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody as everybody sees them.
 *
 * @param isFollowed whether the caller follows them
 * @param courses what they teach and sells now, the newest first
 */
public record ProfileView(
    UUID id,
    String displayName,
    String headline,
    String bio,
    Optional<URI> pictureUrl,
    long followers,
    long following,
    boolean isFollowed,
    List<CourseView> courses) {}
