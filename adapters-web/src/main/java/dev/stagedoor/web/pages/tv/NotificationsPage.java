package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.notifications.ListedNotification;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Shell;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Templates, and what was sent by them.
 *
 * @param form a template to be made
 */
public record NotificationsPage(
    List<Template> templates, Page<ListedNotification> sent, Form form) {
  /** Names the languages a template speaks, each in itself. */
  public String languages(Template template, Shell shell) {
    return template.letter().texts().keySet().stream()
        .map(shell::nameOf)
        .collect(Collectors.joining(", "));
  }
}
