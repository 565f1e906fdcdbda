package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.web.pages.Form;

/** A profile to be changed. */
public record ProfilePage(ProfileView profile, boolean isLast, Form form) {}
