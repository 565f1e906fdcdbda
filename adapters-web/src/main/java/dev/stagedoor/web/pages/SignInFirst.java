package dev.stagedoor.web.pages;

/** Says that a page is only for people who are signed in. */
final class SignInFirst extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
