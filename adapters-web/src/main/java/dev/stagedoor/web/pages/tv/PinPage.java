package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.web.pages.Form;

/**
 * Asks for a PIN.
 *
 * @param profile which is to be opened
 * @param asked whose PIN is asked for: that profile's own, or that of the kids' profile one leaves
 */
public record PinPage(ProfileView profile, ProfileView asked, Form form) {
  public boolean isLeavingKids() {
    return !profile.id().equals(asked.id());
  }
}
