package dev.stagedoor.domain.tv;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a profile is with something, as all its devices told.
 *
 * <p>Whatever is told, in whatever order and however often, ends the same: the newest tells the
 * position; the newest that tells a type or a duration tells those; and what was completed once
 * stays so. Of two of the same moment and device the farther one holds.
 *
 * @param stamp of what tells the position
 * @param typeAt of what tells the type
 * @param durationAt of what tells the duration
 * @param version counts what changed anything
 */
public record WatchProgress(
    ProfileId profile,
    String itemId,
    Optional<String> itemType,
    int progressSeconds,
    Optional<Integer> durationSeconds,
    boolean isCompleted,
    Stamp stamp,
    Optional<Stamp> typeAt,
    Optional<Stamp> durationAt,
    Instant updatedAt,
    long version) {
  /** Begins with the first thing that is told. */
  public static WatchProgress first(ProfileId profile, Watched told, Instant now) {
    return new WatchProgress(
        profile,
        told.itemId(),
        told.itemType(),
        told.progressSeconds(),
        told.durationSeconds(),
        told.isDone(),
        told.stamp(),
        told.itemType().map(type -> told.stamp()),
        told.durationSeconds().map(length -> told.stamp()),
        now,
        1);
  }

  /** Takes in what is told; returns itself where that says nothing new. */
  public WatchProgress and(Watched told, Instant now) {
    boolean moves =
        isNewer(told.stamp(), Optional.of(stamp), told.progressSeconds() > progressSeconds);
    boolean types =
        told.itemType().isPresent()
            && isNewer(
                told.stamp(),
                typeAt,
                Stamp.compareTexts(told.itemType().get(), itemType.orElse("")) > 0);
    boolean lasts =
        told.durationSeconds().isPresent()
            && isNewer(
                told.stamp(), durationAt, told.durationSeconds().get() > durationSeconds.orElse(0));
    boolean completes = told.isDone() && !isCompleted;
    if (!moves && !types && !lasts && !completes) {
      return this;
    }
    return new WatchProgress(
        profile,
        itemId,
        types ? told.itemType() : itemType,
        moves ? told.progressSeconds() : progressSeconds,
        lasts ? told.durationSeconds() : durationSeconds,
        isCompleted || completes,
        moves ? told.stamp() : stamp,
        types ? Optional.of(told.stamp()) : typeAt,
        lasts ? Optional.of(told.stamp()) : durationAt,
        now,
        version + 1);
  }

  private static boolean isNewer(Stamp told, Optional<Stamp> known, boolean isMore) {
    int order = known.map(told::compareTo).orElse(1);
    return order > 0 || (order == 0 && isMore);
  }
}
