package dev.stagedoor.web.pages;

/**
 * What every page says of the server it comes from.
 *
 * @param sandbox whether payments, video and mail are only pretended here, so that a banner says so
 */
public record Site(boolean sandbox) {}
