package dev.stagedoor.web.pages;

/**
 * What every page says of the server it comes from.
 *
 * @param sandbox whether something is only pretended here, so that a banner says so
 * @param isAllPretended whether no money moves at all, no camera is real and no mail leaves
 */
public record Site(boolean sandbox, boolean isAllPretended) {}
