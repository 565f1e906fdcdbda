package dev.stagedoor.web.limits;

/** A limit by its name: so many in each period. */
record Quota(String name, int most) {}
