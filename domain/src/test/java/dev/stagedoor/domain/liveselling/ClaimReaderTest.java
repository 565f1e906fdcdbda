package dev.stagedoor.domain.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {
  /** Writes what was read as {@code 12 7x2}: item 12 once, item 7 twice. */
  private static String read(String text) {
    return ClaimReader.read(text).stream()
        .map(
            wanted ->
                wanted.quantity() == 1
                    ? "" + wanted.number()
                    : wanted.number() + "x" + wanted.quantity())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '`',
      value = {
        "sold 12 | 12",
        "SOLD 12!!! | 12",
        "Sold12 | 12",
        "sold: 12 | 12",
        "sold:12 | 12",
        "12 | 12",
        "#12 | 12",
        "#sold #12 | 12",
        "# 12 | ``",
        "12 sold | 12",
        "mine 7 and 9 | 7 9",
        "mine 7, 9 & 11 | 7 9 11",
        "7 9 11 | 7 9 11",
        "7/9 | 7 9",
        "7+9 | 7 9",
        "7 + 9 | 7 9",
        "9 and 7 | 9 7",
        "item 12 please | 12",
        "I'll take number 12, thank you | 12",
        "I’ll take 12 | 12",
        "no.12 | 12",
        "№12 | 12",
        "lot 12 | 12",
        "12 for me please | 12",
        "sold 12 for my mom | 12",
        "mine 12 in blue, and ship it to my sister | 12",
        "claim 12 - will pay tomorrow | 12",
        "012 | 12",
        "99999 | 99999",
      })
  void whatClaimsIsRead(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12x2 | 12x2",
        "12 x2 | 12x2",
        "12 x 2 | 12x2",
        "#12 x2 | 12x2",
        "12×2 | 12x2",
        "12 * 2 | 12x2",
        "12  X  2 | 12x2",
        "2x 12 | 12x2",
        "2x #12 | 12x2",
        "2 x #12 | 12x2",
        "12, x2 | 12x2",
        "12 please x2 | 12x2",
        "12 2x | 12x2",
        "sold 12 x2 and 7 | 12x2 7",
        "7 and 12 x3 | 7 12x3",
        "12x999 | 12x999",
        "sold 12 sold 12 sold 12 | 12",
        "12 12 12 | 12",
        "12 and 12x2 | 12x2",
      })
  void howManyIsRead(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x2",
        "2x",
        "sold",
        "mine!!!",
        "sold out",
        "hello",
        "12 people watching",
        "1200 people are watching this",
        "is 12 sold",
        "is 12 still there?",
        "sold 12?",
        "12？",
        "¿12",
        "how much is 12",
        "do you have 12",
        "who got 12",
        "not 12",
        "cancel 12",
        "size 12",
        "2 of them",
        "will 12 fit me",
        "buy 2 get 1 free",
        "take 5 everyone",
        "want 12 people in here",
        "bid 12",
        "$12",
        "12$",
        "12 $",
        "€12",
        "12 €",
        "12€",
        "₹500",
        "500 ₹",
        "12 USD",
        "sold 12 dollars",
        "12 euros",
        "2 for 5",
        "for 12",
        "12.50",
        "12,50",
        "sold 12.50",
        ".99",
        "1,000",
        "20%",
        "20 %",
        "12:30",
        "sold 12:30",
        "12h",
        "12pm",
        "12 pm",
        "12th",
        "at 8",
        "555-1234",
        "+49 171 2345678",
        "0171 2345678",
        "+1",
        "12 +1",
        "-12",
        "12-14",
        "12.5.2025",
        "12x",
        "12x0",
        "12x1000",
        "0",
        "100000",
        "123456789012345678901234567890",
        "B12",
        "o7",
        "i7",
        "a 3.5 rating",
        "12²",
        "½",
        "sold ½",
        "①",
        "12 lol",
        "@anna 12",
        "https://example.org/12",
        "(12)",
        "sold\u0000 12",
        "12\u0000",
        "1\u00002",
        "sold \uFFFD12",
        "12\uD800",
      })
  void whatIsNotSurelyAClaimIsNone(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Spanish
        "vendido 12 | 12",
        "¡Mío 12! | 12",
        "mio el 12 por favor | 12",
        "yo quiero el 7 y el 9 | 7 9",
        "compro 12 x2, gracias | 12x2",
        "vendido 12 para mi hermana | 12",
        "artículo número 12 | 12",
        // French
        "vendu 12 | 12",
        "je prends le 7 et le 9 | 7 9",
        "J’achète le 12, merci | 12",
        "12 pour moi svp | 12",
        "vendue 12 pour ma soeur | 12",
        // German
        "verkauft 12 | 12",
        "Meins 12 | 12",
        "ich nehme die 7 und die 9 bitte | 7 9",
        "Nummer 12 für mich, danke | 12",
        "ich will 12 | 12",
        // Portuguese
        "vendido 12 obrigada | 12",
        "eu quero o 7 e o 9 | 7 9",
        "meu 12 | 12",
        "minha 12 por favor | 12",
        // Italian
        "venduto 12 | 12",
        "io prendo il 7 e il 9 per favore | 7 9",
        "voglio il 12, grazie | 12",
        // Arabic
        "لي ١٢ | 12",
        "أريد رقم ١٢ من فضلك | 12",
        "أريد ٧ و٩ | 7 9",
        "انا اريد ۱۲، شكرا | 12",
        "مباع 12 | 12",
        // Hindi
        "मेरा १२ | 12",
        "मुझे १२ चाहिए | 12",
        "७ और ९ मेरी | 7 9",
        "कृपया १२ x२ | 12x2",
        "मैं १२ लूँगा। | 12",
        // Digits of other scripts and widths
        "１２ | 12",
        "＃１２ ｘ２ | 12x2",
        "𝟏𝟐 | 12",
        "sold ٠٧ | 7",
      })
  void everyLanguageOfTheProductClaims(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "هل ١٢ متاح؟",
        "كم سعر ١٢",
        "١٢ ريال",
        "١٢٪",
        "لي ١٢٫٥",
        "क्या १२ है?",
        "१२ रुपये",
        "cuánto cuesta el 12",
        "12 pesos",
        "combien le 12",
        "2 pour 5",
        "was kostet 12",
        "um 12 Uhr",
        "2 für 5",
        "quanto costa il 12",
        "2 por 5",
        "12 reais",
      })
  void everyLanguageOfTheProductAsksAndTellsPrices(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "🔥🔥 12 🔥",
        "❤️ sold 12 ❤️",
        "12 🙋🏽‍♀️",
        "12👍🏿",
        "sold 12 🇩🇪",
        "12 :)",
        "12 ;-)",
        "12:D",
        "12 <3",
        "1️⃣2️⃣",
        "1\u200B2",
        "\u200F12\u200F",
        "\u202Esold 12\u202C",
        "so\u00ADld 12",
        "\uFEFFsold\u00A012",
        "sold\u200912",
        "\t sold\n12 \r\n",
        "sold\u202812",
      })
  void picturesAndWhatCannotBeSeenSayNothing(String text) {
    assertThat(read(text)).isEqualTo("12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr", "az", "lt", "ar-u-nu-arab", "hi-u-nu-deva", "th-TH-u-nu-thai"})
  void whatIsReadDoesNotDependOnWhereItIsRead(String where) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(where));
    try {
      assertThat(read("MINE 12 ITEM 7")).isEqualTo("12 7");
      assertThat(read("Claim İ")).isEmpty();
      assertThat(read("VENDIDO ١٢")).isEqualTo("12");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void twentyItemsAreTheMostThatOneCommentClaims() {
    String twenty = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20";

    assertThat(ClaimReader.read(twenty + " 20")).hasSize(20);
    assertThat(ClaimReader.read(twenty + " 21")).isEmpty();
    assertThat(ClaimReader.read("sold " + twenty + " 21")).isEmpty();
  }

  @Test
  void theLongestTextsAreReadToTheirEnd() {
    List<String> pieces =
        List.of("12 ", "1", "a", "sold ", "!", "🔥", "x", "#", " ", "12x2 ", "\u0301", "ﷺ", "+");
    for (String piece : pieces) {
      assertThat(ClaimReader.read(piece.repeat(100_000))).hasSizeLessThan(2);
    }
    assertThat(read("sold 12 " + "so happy ".repeat(100_000))).isEqualTo("12");
    assertThat(read("please ".repeat(100_000) + "12")).isEqualTo("12");
    assertThat(read("12 " + "please ".repeat(100_000) + "hello")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sold 2 x-3",
        "sold 2 x -3",
        "sold 2 x - 3",
        "sold 2 x−3",
        "sold 2x-3",
        "sold 2 *-3",
        "sold 2, x-3",
        "sold 2 x+3",
        "sold 2 x.5",
        "sold 2 x3.5",
        "sold 2 x 3.5",
        "sold 2 x1000",
        "sold 2 x(3)",
        "sold 7 x2 and 2 x-3",
      })
  void aNumberOfPiecesThatThereCannotBeIsNoClaim(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"sold 12 x | 12", "sold 12 xx thanks 3 | 12", "sold 12 size xl 40 | 12"})
  void anXThatCountsNothingDoesNotMatter(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }
}
