package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.web.pages.Form;

/** Opening a workspace; {@code next} is the page to come to with it. */
public record OpenWorkspacePage(Form form, String next) {}
