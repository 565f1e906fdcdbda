package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.CommentView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that happened in a show: a comment with what came of it, or a claim made by hand.
 *
 * @param text what was written; empty for a claim made by hand
 * @param ignored the code of why a comment made no claim
 */
public record LiveLine(
    String key,
    Instant at,
    Optional<String> handle,
    Optional<String> text,
    List<ClaimView> claims,
    Optional<String> ignored) {

  /** Puts comments and claims made by hand in one line, the newest first. */
  static List<LiveLine> of(List<CommentView> comments, List<ClaimView> claims, int most) {
    Map<String, List<ClaimView>> byComment =
        claims.stream()
            .filter(claim -> claim.commentId().isPresent())
            .collect(Collectors.groupingBy(claim -> claim.commentId().orElseThrow()));
    Stream<LiveLine> written =
        comments.stream()
            .map(
                comment ->
                    new LiveLine(
                        "comment-" + comment.id(),
                        comment.postedAt(),
                        comment.handle(),
                        Optional.of(comment.text()),
                        byComment.getOrDefault(comment.id(), List.of()),
                        comment.ignored()));
    Stream<LiveLine> byHand =
        claims.stream()
            .filter(claim -> claim.commentId().isEmpty())
            .map(
                claim ->
                    new LiveLine(
                        "claim-" + claim.id(),
                        claim.createdAt(),
                        Optional.of(claim.handle()),
                        Optional.empty(),
                        List.of(claim),
                        Optional.empty()));
    return Stream.concat(written, byHand)
        .sorted(Comparator.comparing(LiveLine::at).reversed())
        .limit(most)
        .toList();
  }

  /** Returns what tells whether the line is another than it was. */
  public String fingerprint() {
    return claims.stream()
        .map(claim -> claim.id() + claim.status() + claim.granted())
        .collect(Collectors.joining(" ", ignored.orElse("") + " ", ""));
  }
}
