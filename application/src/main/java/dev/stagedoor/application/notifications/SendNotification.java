package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.notifications.Addressees;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be sent to whom.
 *
 * @param template the key of a template
 * @param key the sender's name of it, so that asking again sends nothing again
 */
public record SendNotification(
    String template, Addressees to, Map<String, String> variables, Optional<String> key) {}
