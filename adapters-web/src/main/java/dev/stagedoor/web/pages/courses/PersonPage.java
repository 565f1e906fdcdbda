package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.ProfileView;
import dev.stagedoor.web.pages.Form;

/**
 * Somebody as everybody sees them.
 *
 * @param isSelf whether the reader is it, and may change what is told
 */
public record PersonPage(ProfileView person, boolean isSelf, Form form) {}
