package dev.stagedoor.domain.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fake.FixedTokens;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PartyIdTest {
  @Property
  void whatIsWrittenIsRead(@ForAll long high, @ForAll long low) {
    PartyId id = new PartyId(new UUID(high, low));

    assertThat(id.toString()).matches("party_[A-Za-z0-9_-]{22}");
    assertThat(PartyId.find(id.toString())).contains(id);
  }

  @Property
  void anythingElseIsNoId(@ForAll String text) {
    assertThat(PartyId.find(text)).isEmpty();
  }

  @Example
  void oneIdHasOneForm() {
    String text = new PartyId(new UUID(1, 0)).toString();
    String same = text.substring(0, text.length() - 1) + "B";

    assertThat(text).endsWith("A");
    assertThat(PartyId.find(same)).isEmpty();
    assertThat(PartyId.find("party_123")).isEmpty();
    assertThat(PartyId.find(text + "A")).isEmpty();
  }

  @Example
  void eachTokenMakesAnother() {
    FixedTokens tokens = new FixedTokens();

    assertThat(PartyId.next(tokens)).isNotEqualTo(PartyId.next(tokens));
    assertThat(PartyId.next(new FixedTokens())).isEqualTo(PartyId.next(new FixedTokens()));
  }
}
