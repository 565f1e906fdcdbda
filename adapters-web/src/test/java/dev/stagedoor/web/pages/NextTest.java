package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/profile", "/memorial/1/schedule?done=x#top", "/a%20b?next=//x"})
  void aPageOfOursIsTaken(String wish) {
    assertThat(Next.read(wish)).hasValue(wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "profile",
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/a\\b",
        "/\t/evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        " /profile",
        "/%"
      })
  void anythingElseIsNot(String wish) {
    assertThat(Next.read(wish)).isEmpty();
  }

  @Test
  void nothingIsNoWishEither() {
    assertThat(Next.read(null)).isEmpty();
    assertThat(Next.read("/" + "a".repeat(2000))).isEmpty();
  }

  @Test
  void theSignInLinkCarriesThePageAndLeavesOutTheFirst() {
    assertThat(Next.signInFor("/director?page=2")).isEqualTo("/login?next=%2Fdirector%3Fpage%3D2");
    assertThat(Next.signInFor("/")).isEqualTo("/login");
    assertThat(Next.signInFor("//evil.example")).isEqualTo("/login");
  }
}
