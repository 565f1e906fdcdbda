package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ChangeProfile;
import dev.stagedoor.application.tv.NewProfile;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.web.pages.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What forms of profiles say: fields in, fields out. The names are those that faults have. */
final class ProfileFields {
  private static final String NAME = "name";
  private static final String AVATAR = "avatarUrl";
  private static final String KIDS = "isKids";
  private static final String PIN = "parentalPin";
  private static final String NO_PIN = "noPin";

  private ProfileFields() {}

  static Form filled(ProfileView profile) {
    Form form =
        Form.empty()
            .with(NAME, profile.name())
            .with(AVATAR, profile.avatar().map(URI::toString).orElse(""));
    return profile.isKids() ? form.with(KIDS, "on") : form;
  }

  static NewProfile wanted(Form form) {
    return new NewProfile(
        new ViewerProfile.Look(form.value(NAME), avatar(form), form.isTicked(KIDS)), pin(form));
  }

  /** Reads what is to be changed; no PIN typed leaves the one there is. */
  static ChangeProfile change(Form form, ProfileView profile) {
    Optional<Secret> pin = pin(form);
    boolean isTakenAway = form.isTicked(NO_PIN) && profile.hasPin();
    return new ChangeProfile(
        Optional.of(form.value(NAME)),
        Optional.of(avatar(form)),
        Optional.of(form.isTicked(KIDS)),
        isTakenAway || pin.isPresent()
            ? Optional.of(isTakenAway ? Optional.empty() : pin)
            : Optional.empty());
  }

  private static Optional<Secret> pin(Form form) {
    return Optional.of(form.secret(PIN)).filter(typed -> !typed.isBlank());
  }

  private static Optional<URI> avatar(Form form) {
    String typed = form.value(AVATAR).strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(typed));
    } catch (URISyntaxException notAnAddress) {
      throw DomainException.invalid(AVATAR, "url");
    }
  }
}
