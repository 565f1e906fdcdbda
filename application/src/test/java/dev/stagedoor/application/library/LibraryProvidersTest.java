package dev.stagedoor.application.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stagedoor.domain.fake.FakeLibrary;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryProvidersTest {
  private final LibraryProvider one = new FakeLibrary("one").provider();
  private final LibraryProvider other = new FakeLibrary("other").provider();

  @Test
  void newVideosGoWhereTheRouteLeadsAndOldOnesBackToTheirs() {
    LibraryProviders libraries = LibraryProviders.of(List.of(one, other), other.id());

    assertThat(libraries.forNew()).isSameAs(other);
    assertThat(libraries.of(ProviderRef.of("one", "v"))).isSameAs(one);
    assertThat(libraries.description()).isEqualTo("other");
  }

  @Test
  void aRouteToNobodyAndTwoOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LibraryProviders.of(List.of(one), new ProviderId("elsewhere")))
        .withMessageContaining("elsewhere")
        .withMessageContaining("one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LibraryProviders.of(List.of(one, one), one.id()))
        .withMessageContaining("two libraries are called one");
  }

  @Test
  void aVideoWhoseProviderIsOffIsSaidSo() {
    assertThatIllegalStateException()
        .isThrownBy(() -> LibraryProviders.only(one).of(ProviderRef.of("other", "v")))
        .withMessageContaining("other");
  }

  @Test
  void whoKeepsNoVideosTakesNoneIn() {
    assertThat(LibraryProviders.none().description()).isEqualTo("nobody");
    assertThatIllegalStateException().isThrownBy(() -> LibraryProviders.none().forNew());
  }
}
