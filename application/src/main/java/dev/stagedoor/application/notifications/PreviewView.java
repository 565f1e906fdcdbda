package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.kernel.Language;

/**
 * What a letter looks like to somebody.
 *
 * @param language that of the text, which is English where there is none in the wanted one
 */
public record PreviewView(Language language, String subject, String text, String html) {}
