package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePolicyTest {
  private static final URI SCRIPT = URI.create("https://forms.example.org:8443/v1/form.js?x=1");

  @Test
  void whatIsAddedStandsBesideWhatIsThereAndOnlyOnce() {
    assertThat(
            PagePolicy.of("default-src 'self'; script-src 'self'")
                .with("script-src", List.of(SCRIPT, SCRIPT))
                .with("script-src", List.of(SCRIPT)))
        .hasToString("default-src 'self'; script-src 'self' https://forms.example.org:8443");
  }

  @Test
  void aDirectiveThatIsNotThereBeginsWithTheDefault() {
    assertThat(PagePolicy.of("default-src 'self'").with("frame-src", List.of(SCRIPT)))
        .hasToString("default-src 'self'; frame-src 'self' https://forms.example.org:8443");
  }

  @Test
  void nothingIsNoLongerNothing() {
    assertThat(PagePolicy.of("frame-src 'none';").with("frame-src", List.of(SCRIPT)))
        .hasToString("frame-src https://forms.example.org:8443");
  }

  @Test
  void whatIsNotTouchedStaysAsTheOperatorWroteIt() {
    assertThat(
            PagePolicy.of(" Default-Src 'self' ;; upgrade-insecure-requests; img-src * ;img-src x")
                .with("style-src", "'unsafe-inline'"))
        .hasToString(
            "default-src 'self'; upgrade-insecure-requests; img-src *;"
                + " style-src 'self' 'unsafe-inline'");
  }
}
