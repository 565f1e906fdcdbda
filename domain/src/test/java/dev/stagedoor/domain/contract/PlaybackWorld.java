package dev.stagedoor.domain.contract;

/** A far side that shows videos, as a viewer without any account sees it. */
public interface PlaybackWorld extends FailingFarSide {
  /** Fetches a playlist and what it lists, and returns whether pictures come. */
  boolean plays(String playlist);

  /** Fetches a still, and returns whether a picture comes. */
  boolean shows(String thumbnail);
}
