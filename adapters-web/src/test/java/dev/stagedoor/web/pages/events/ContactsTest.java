package dev.stagedoor.web.pages.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, https://example.org",
    "HTTP://Example.org/a?b=c#d, HTTP://Example.org/a?b=c#d",
    "münchen.de/über, https://xn--mnchen-3ya.de/%C3%BCber",
    "https://www.münchen.de:8443/a?b=ü#ß, https://www.xn--mnchen-3ya.de:8443/a?b=%C3%BC#%C3%9F",
    "例え.jp, https://xn--r8jz45g.jp",
  })
  void websitesAreLinkedInAnyScript(String typed, String link) {
    assertThat(Contacts.website(typed)).contains(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "//münchen.de",
        "https://ada@example.org",
        "https://ada@münchen.de",
        "https://mün_chen.de",
        "https://münchen.de:port",
        "javascript:alert(1)//münchen.de",
        "ftp://münchen.de"
      })
  void nothingElseIsAWebsite(String typed) {
    assertThat(Contacts.website(typed)).isEmpty();
  }
}
