package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.Favorite;

/** A favorite that was saved, and whether it was there before. */
public record SavedFavorite(Favorite favorite, boolean isNew) {}
