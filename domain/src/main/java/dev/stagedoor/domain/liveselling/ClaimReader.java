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
 * else but words of claiming and of courtesy; or when it begins with a word that means nothing else
 * ({@code sold}, {@code mine}) and a number, whatever follows. A question is none, nor is a price,
 * a time, a share or a decimal, nor a number of pieces that there cannot be. A number that is said
 * twice is meant once. What is not surely a claim is not one: the operator can make it by hand.
 *
 * <p>Digits of every script count, and pictures and what cannot be seen do not.
 */
public final class ClaimReader {
  private static final int MAX_ITEMS = 20;

  /** How many pieces of which item, by its number. */
  public record Wanted(int number, int quantity) {}

  // In the languages of the product, and in the words of sellers all over the world.
  private static final Set<String> CLAIMING =
      folded(
          "sold mine claim claiming claimed",
          "vendido vendida mio mia mío mía",
          "vendu vendue",
          "verkauft meins",
          "venduto venduta",
          "meu minha",
          "لي مباع",
          "मेरा मेरी");

  // They claim as well, and say other things, too: "buy 2 get 1", "will 12 fit".
  private static final Set<String> WANTING =
      folded(
          "take taking buy buying want",
          "quiero compro llevo",
          "prends achete achète j'achete j'achète",
          "nehme kaufe will",
          "prendo voglio",
          "quero",
          "اريد أريد احجز أحجز",
          "चाहिए लूंगा लूंगी लूँगा लूँगी");
  private static final Set<String> JOINING =
      folded("and plus y e et und also و और + & , ، 、 ; ؛ /");
  private static final Set<String> COURTEOUS =
      folded(
          "please pls plz thanks thank you ty i ill i'll me the item items number numbers",
          "no nr num lot",
          "favor gracias yo lo el la los las numero número articulo artículo",
          "je le les moi svp merci numéro",
          "ich mich bitte danke nummer die den",
          "io favore grazie il",
          "eu o a obrigado obrigada",
          "انا أنا من فضلك شكرا رقم",
          "मैं मुझे कृपया नंबर धन्यवाद",
          "! ¡ . : । #");

  // A number right behind one of these is what somebody would pay: "2 for 5".
  private static final Set<String> FOR = folded("for por pour für per");

  private static final String MONEY =
      "usd|eur|gbp|inr|aed|sar|brl|mxn|rs|euros?|dollars?|bucks|cents?|pounds?|pesos?|reais"
          + "|dólares|rupees?|دولار|ريال|درهم|रुपये|रुपए";

  // What a number that stands for an item is not followed by.
  private static final String END =
      "(?![\\p{L}\\p{M}\\p{Nd}\\x{FFFD}]|[.:,٫٬]\\p{Nd}| ?[%‰٪\\p{Sc}]| ?(?:"
          + MONEY
          + ")(?![\\p{L}\\p{M}]))";
  private static final Pattern TOKEN =
      Pattern.compile(
          // 12x2, 12 x2, #12 × 2: an item and how many of it
          ("#?(?<item>\\d{1,5})(?: [x×*] ?|[x×*])(?<of>\\d{1,3})" + END)
              // 2x 12, 2 x #12: how many come first
              + ("|(?<first>\\d{1,3})(?:[x×*] | ?[x×*] ?#)#?(?<then>\\d{1,5})" + END)
              // x2 and 2x beside a number that stands apart
              + ("|[x×](?<times>\\d{1,3})" + END)
              + "|(?<fold>\\d{1,3})[x×](?![\\p{L}\\p{M}\\p{Nd}])"
              // x-3, x1000, x 2.5: how many is said, but not how many can be meant
              + "|(?<unclear>(?<!\\p{L})[x×*] ?[^\\p{L}\\p{Nd}\\s]? ?\\d)"
              + ("|#?(?<number>\\d{1,5})" + END)
              // One letter at a number is another kind of name: B12, a7.
              + "|(?<code>(?<![\\p{L}\\p{M}])[a-z](?=\\d))"
              + "|(?<word>[\\p{L}\\p{M}][\\p{L}\\p{M}']*)"
              // Pictures, and what is drawn with signs, say nothing.
              + "|(?<picture>[\\p{So}\\p{Sk}\\p{M}\\x{1F000}-\\x{1FAFF}&&[^\\x{FFFD}]]+"
              + "|[:;=]-?[)(dpo*]+(?![\\p{L}\\p{M}\\p{Nd}])|<3+(?!\\d))"
              + "|(?<mark>[&,،、;؛/!¡:।]|#(?=\\p{L})|\\+(?!\\d)|(?<=\\d)\\+"
              + "|\\.(?!\\d)|(?<=\\p{L})\\.)"
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
    private boolean isAfterFor;
    private int last;

    private boolean goesOnWith(Matcher token) {
      boolean goesOn = take(token);
      isFirst = isFirst && (token.group("picture") != null || token.group("mark") != null);
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
      if (token.group("fold") != null) {
        return times(number(token, "fold"));
      }
      if (token.group("unclear") != null && last != 0) {
        isRefused = true;
        return false;
      }
      if (token.group("word") != null) {
        return word(token.group("word"));
      }
      if (token.group("mark") != null) {
        return isCourteous(token.group("mark")) || stop();
      }
      return token.group("picture") != null || stop();
    }

    private boolean word(String word) {
      isAfterFor = FOR.contains(word);
      if (CLAIMING.contains(word)) {
        startsWithClaiming |= isFirst;
        return true;
      }
      return WANTING.contains(word) || isAfterFor || isCourteous(word) || stop();
    }

    private static boolean isCourteous(String word) {
      return JOINING.contains(word) || COURTEOUS.contains(word);
    }

    private boolean want(int number, int quantity) {
      if (isAfterFor) {
        return stop();
      }
      boolean isOneTooMany = wanted.size() >= MAX_ITEMS && !wanted.containsKey(number);
      if (number < 1 || quantity < 1 || isOneTooMany) {
        isRefused = true;
        return false;
      }
      wanted.merge(number, quantity, Math::max);
      last = number;
      return true;
    }

    private boolean times(int quantity) {
      if (last == 0 || quantity < 1) {
        return stop();
      }
      wanted.merge(last, quantity, Math::max);
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
      wanted.forEach((number, quantity) -> result.add(new Wanted(number, quantity)));
      return List.copyOf(result);
    }

    private static int number(Matcher token, String group) {
      return Integer.parseInt(token.group(group));
    }
  }

  /** Brings a text to one form of letters, digits and gaps, without what cannot be seen. */
  private static String fold(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !isInvisible(point))
        // Small, ringed and broken numbers are no numbers of items, nor part of one.
        .map(point -> Character.getType(point) == Character.OTHER_NUMBER ? 0xFFFD : point)
        .forEach(seen::appendCodePoint);
    StringBuilder plain = new StringBuilder(seen.length());
    Normalizer.normalize(seen, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(point -> append(plain, point));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int point) {
    int digit = Character.digit(point, 10);
    if (digit >= 0) {
      plain.append((char) ('0' + digit));
    } else if (!Character.isWhitespace(point) && !Character.isSpaceChar(point)) {
      plain.appendCodePoint(point == '’' ? '\'' : point);
    } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
      plain.append(' ');
    }
  }

  /** Marks of direction and of width, joiners, and what makes a picture of a digit. */
  private static boolean isInvisible(int point) {
    return Character.getType(point) == Character.FORMAT
        || point == 0x20E3
        || (point >= 0xFE00 && point <= 0xFE0F);
  }

  private static Set<String> folded(String... words) {
    return Arrays.stream(words)
        .flatMap(line -> Arrays.stream(line.split(" ", -1)))
        .map(ClaimReader::fold)
        .collect(Collectors.toUnmodifiableSet());
  }
}
