package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.notifications.PreviewView;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.web.pages.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One template: what it says, what it looks like, and to whom it is sent.
 *
 * @param form what it says
 * @param sending what is to be sent to whom
 * @param key gives what is sent a name, so that a form that comes twice is sent once
 * @param reach how many people have each role that somebody has
 */
public record TemplatePage(
    Template template,
    Form form,
    Form sending,
    String key,
    Map<Role, Long> reach,
    Optional<PreviewView> preview) {
  public List<Role> roles() {
    return List.of(Role.values());
  }

  /** Returns how many have a role. */
  public long having(Role role) {
    return reach.getOrDefault(role, 0L);
  }

  public long everybody() {
    return reach.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Tells whether the preview is in another language than was asked for. */
  public boolean isInAnother() {
    return preview
        .filter(shown -> !shown.language().equals(LetterFields.language(sending)))
        .isPresent();
  }

  /** Tells whether something was written in a language, or something is wrong with it. */
  public boolean isOpen(Language language) {
    String at = "texts." + language.code();
    return language == Language.EN
        || isWrittenOrWrong(at + ".subject")
        || isWrittenOrWrong(at + ".body");
  }

  private boolean isWrittenOrWrong(String field) {
    return !form.value(field).isBlank() || form.fault(field) != null;
  }
}
