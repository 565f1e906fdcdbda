package dev.stagedoor.domain.announcements;

/** A fact that other parts of the product may react to. */
public interface Announcement {}
