package dev.stagedoor.domain.liveselling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads comments: {@code sold 12}, {@code 12}, {@code #12 x2}, {@code mine 7 and 9}.
 *
 * <p>A comment is a claim when it consists of item numbers, with how many of each, and of nothing
 * else but words of claiming and of courtesy; or when it begins with a word of claiming and a
 * number, whatever follows. A question is none, nor is a price, a time, a share or a decimal. What
 * is not surely a claim is not one: the operator can make it by hand.
 */
public final class ClaimReader {
  private static final int MAX_ITEMS = 20;

  /** How many pieces of which item, by its number. */
  public record Wanted(int number, int quantity) {}

  // In the languages of the product; folded as comments are.
  private static final Set<String> CLAIMING =
      folded(
          "sold",
          "mine",
          "claim",
          "claiming",
          "take",
          "taking",
          "buy",
          "buying",
          "want",
          "bid",
          "vendido",
          "vendida",
          "mio",
          "mia",
          "mío",
          "mía",
          "quiero",
          "compro",
          "vendu",
          "vendue",
          "prends",
          "achete",
          "achète",
          "verkauft",
          "meins",
          "nehme",
          "kaufe",
          "will",
          "venduto",
          "venduta",
          "prendo",
          "voglio",
          "meu",
          "minha",
          "quero",
          "لي",
          "مباع",
          "اريد",
          "أريد",
          "मेरा",
          "मेरी",
          "चाहिए",
          "लूंगा",
          "लूंगी");
  private static final Set<String> JOINING =
      folded("and", "plus", "y", "e", "et", "und", "also", "و", "और", "+", "&", ",", ";", "/");
  private static final Set<String> COURTEOUS =
      folded(
          "please",
          "pls",
          "plz",
          "thanks",
          "thank",
          "you",
          "ty",
          "i",
          "ill",
          "i'll",
          "me",
          "for",
          "the",
          "item",
          "items",
          "number",
          "numbers",
          "no",
          "nr",
          "num",
          "lot",
          "por",
          "favor",
          "gracias",
          "el",
          "la",
          "los",
          "las",
          "numero",
          "número",
          "articulo",
          "artículo",
          "je",
          "le",
          "les",
          "svp",
          "merci",
          "numéro",
          "ich",
          "bitte",
          "danke",
          "nummer",
          "die",
          "den",
          "per",
          "favore",
          "grazie",
          "il",
          "o",
          "a",
          "obrigado",
          "obrigada",
          "!",
          ".",
          "من",
          "فضلك",
          "شكرا",
          "رقم",
          "कृपया",
          "नंबर",
          "धन्यवाद");
  private static final Pattern TOKEN =
      Pattern.compile(
          // 12x2, 12 x 2, #12 ×2: an item and how many of it
          "#?(?<item>\\d{1,5})\\s?[x×*]\\s?(?<of>\\d{1,3})(?![\\p{L}\\p{Nd}])"
              // 2x 12: how many come first
              + "|(?<first>\\d{1,3})\\s?[x×]\\s+#?(?<then>\\d{1,5})(?![\\p{L}\\p{Nd}.:%])"
              // x2 after a number that stands apart
              + "|[x×](?<times>\\d{1,3})(?![\\p{L}\\p{Nd}])"
              + "|#?(?<number>\\d{1,5})(?![\\p{L}\\p{Nd}]|[.:,]\\p{Nd}|\\s?[%$€£₹])"
              + "|(?<word>[\\p{L}\\p{M}][\\p{L}\\p{M}'’]*)"
              + "|(?<mark>[+&,;/!.])"
              // Pictures, and what shapes them, say nothing.
              + "|(?<picture>[\\p{So}\\p{Sk}\\p{Cf}\\p{Mn}\\x{1F000}-\\x{1FAFF}]+)"
              + "|(?<other>\\S)");

  private ClaimReader() {}

  /** Returns what a comment asks for, by number in the order of the text; empty where nothing. */
  public static List<Wanted> read(String text) {
    String plain = fold(text);
    if (plain.indexOf('?') >= 0 || plain.indexOf('؟') >= 0) {
      return List.of();
    }
    Reading reading = new Reading();
    Matcher tokens = TOKEN.matcher(plain);
    while (tokens.find() && reading.goesOnWith(tokens)) {
      // Each token says by itself whether the comment can still be a claim.
    }
    return reading.result();
  }

  private static final class Reading {
    private final Map<Integer, Integer> wanted = new LinkedHashMap<>();
    private boolean startsWithClaiming;
    private boolean isFirst = true;
    private boolean isRefused;
    private int last;

    private boolean goesOnWith(Matcher token) {
      boolean goesOn = take(token);
      isFirst = isFirst && token.group("picture") != null;
      return goesOn;
    }

    private boolean take(Matcher token) {
      if (token.group("item") != null) {
        return want(number(token, "item"), number(token, "of"));
      }
      if (token.group("first") != null) {
        return want(number(token, "then"), number(token, "first"));
      }
      if (token.group("number") != null) {
        return want(number(token, "number"), 1);
      }
      if (token.group("times") != null) {
        return times(number(token, "times"));
      }
      if (token.group("word") != null) {
        return word(token.group("word"));
      }
      if (token.group("mark") != null) {
        return JOINING.contains(token.group("mark"))
            || COURTEOUS.contains(token.group("mark"))
            || stop();
      }
      return token.group("picture") != null || stop();
    }

    private boolean word(String word) {
      if (CLAIMING.contains(word)) {
        startsWithClaiming |= isFirst;
        return true;
      }
      return JOINING.contains(word) || COURTEOUS.contains(word) || stop();
    }

    private boolean want(int number, int quantity) {
      if (number < 1 || quantity < 1 || wanted.size() >= MAX_ITEMS) {
        isRefused = true;
        return false;
      }
      wanted.merge(number, quantity, Math::addExact);
      last = number;
      return true;
    }

    private boolean times(int quantity) {
      if (last == 0 || quantity < 1) {
        return stop();
      }
      wanted.merge(last, quantity - 1, Math::addExact);
      last = 0;
      return true;
    }

    /** Something that no claim has: what was read before stands only after a claiming word. */
    private boolean stop() {
      isRefused |= !startsWithClaiming;
      return false;
    }

    private List<Wanted> result() {
      if (isRefused) {
        return List.of();
      }
      List<Wanted> result = new ArrayList<>();
      wanted.forEach(
          (number, quantity) ->
              result.add(new Wanted(number, Math.min(quantity, Claim.MAX_QUANTITY))));
      return List.copyOf(result);
    }

    private static int number(Matcher token, String group) {
      return Integer.parseInt(token.group(group));
    }
  }

  private static String fold(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            point -> {
              int digit = Character.digit(point, 10);
              if (digit >= 0) {
                plain.append((char) ('0' + digit));
              } else {
                plain.appendCodePoint(point == '’' ? '\'' : point);
              }
            });
    return plain.toString();
  }

  private static Set<String> folded(String... words) {
    return Arrays.stream(words).map(ClaimReader::fold).collect(Collectors.toUnmodifiableSet());
  }
}
