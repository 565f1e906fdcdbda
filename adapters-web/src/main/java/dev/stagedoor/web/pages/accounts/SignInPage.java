package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.web.pages.Form;

/** The sign-in form; {@code next} is where it leads, empty for the reader's own first page. */
public record SignInPage(Form form, String next) {}
