package dev.stagedoor.web.pages;

/**
 * What an error page says.
 *
 * @param heading what happened, in a few words
 */
public record ErrorView(int status, String heading, String detail, boolean signInHelps) {}
