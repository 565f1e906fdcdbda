package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of claims, by item and place in the line. */
@Serdeable
public record ClaimsResponse(List<ClaimResponse.Claim> claims, int page, int limit, long total) {

  static ClaimsResponse from(Page<ClaimView> views) {
    return new ClaimsResponse(
        views.items().stream().map(ClaimResponse.Claim::from).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
