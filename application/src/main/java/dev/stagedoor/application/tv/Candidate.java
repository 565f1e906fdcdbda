package dev.stagedoor.application.tv;

/**
 * What may be worth watching.
 *
 * @param score in thousandths: how much speaks for it
 * @param because the name of what it was compared to
 */
public record Candidate(ItemView item, int score, String because) {}
