package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.tv.PlaylistProblem;

/** What came is not what can be taken. */
final class PlaylistException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final PlaylistProblem problem;

  private PlaylistException(PlaylistProblem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  /**
   * @param detail in words of ours
   */
  static PlaylistException of(PlaylistProblem problem, String detail) {
    return new PlaylistException(problem, detail);
  }

  static PlaylistException tooLarge(String detail) {
    return of(PlaylistProblem.TOO_LARGE, detail);
  }

  static PlaylistException none(String detail) {
    return of(PlaylistProblem.NOT_A_PLAYLIST, detail);
  }

  PlaylistProblem problem() {
    return problem;
  }
}
