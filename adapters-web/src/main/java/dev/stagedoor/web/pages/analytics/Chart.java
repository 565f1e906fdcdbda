package dev.stagedoor.web.pages.analytics;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A chart as it is drawn into a box of {@value #WIDTH} by {@value #HEIGHT} that is then stretched
 * to its place; words and numbers stand around it, where they keep their size.
 *
 * @param top the value at its upper edge, as people write it; blank where all is nought
 */
public record Chart(String id, String title, List<Drawn> series, String top, String middle) {
  public static final int WIDTH = 10_000;
  public static final int HEIGHT = 1_000;

  /** One part in so many is left free on each side of a bar. */
  private static final int GAP = 8;

  private static final List<String> TONES = List.of("one", "two", "three");

  public Chart {
    series = List.copyOf(series);
  }

  /** What is drawn: bars, or a line above them, with a gap where there is no value. */
  public record Series(String name, boolean isBars, List<OptionalLong> values) {
    public Series {
      values = List.copyOf(values);
    }

    static Series bars(String name, List<OptionalLong> values) {
      return new Series(name, true, values);
    }

    static Series line(String name, List<OptionalLong> values) {
      return new Series(name, false, values);
    }
  }

  /**
   * A series as a path.
   *
   * @param tone one, two or three: which colour
   */
  public record Drawn(String name, boolean isBars, String tone, String path) {}

  /** Draws at most three series, whose values are not negative, on one scale. */
  static Chart of(String id, String title, LongFunction<String> written, List<Series> series) {
    long most =
        series.stream()
            .flatMap(one -> one.values().stream())
            .flatMapToLong(OptionalLong::stream)
            .max()
            .orElse(0);
    long top = roundedUp(most);
    List<Drawn> drawn =
        IntStream.range(0, series.size())
            .mapToObj(
                i ->
                    new Drawn(
                        series.get(i).name(),
                        series.get(i).isBars(),
                        TONES.get(i),
                        series.get(i).isBars()
                            ? bars(series.get(i).values(), top)
                            : line(series.get(i).values(), top)))
            .toList();
    return new Chart(
        id,
        title,
        drawn,
        most == 0 ? "" : written.apply(top),
        most == 0 || top % 2 != 0 ? "" : written.apply(top / 2));
  }

  /** Returns the next number of those people count by: 1, 2, 5, 10, 20, 50. */
  static long roundedUp(long value) {
    long power = 1;
    while (true) {
      for (long step : new long[] {1, 2, 5}) {
        if (step * power >= value) {
          return step * power;
        }
      }
      power *= 10;
    }
  }

  private static String bars(List<OptionalLong> values, long top) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      long value = values.get(i).orElse(0);
      if (value > 0) {
        int from = x(i, values.size());
        int to = x(i + 1, values.size());
        int gap = (to - from) / GAP;
        path.append('M').append(from + gap).append(' ').append(HEIGHT);
        path.append('V').append(y(value, top));
        path.append('H').append(to - gap);
        path.append('V').append(HEIGHT).append('Z');
      }
    }
    return path.toString();
  }

  /** A line from the middle of each slot to that of the next; a slot alone is crossed. */
  private static String line(List<OptionalLong> values, long top) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        int from = x(i, values.size());
        int to = x(i + 1, values.size());
        int height = y(values.get(i).getAsLong(), top);
        boolean follows = i > 0 && values.get(i - 1).isPresent();
        boolean goesOn = i + 1 < values.size() && values.get(i + 1).isPresent();
        if (follows || goesOn) {
          path.append(follows ? 'L' : 'M').append((from + to) / 2).append(' ').append(height);
        } else {
          path.append('M').append(from).append(' ').append(height).append('H').append(to);
        }
      }
    }
    return path.toString();
  }

  private static int x(int slot, int slots) {
    return (int) ((long) slot * WIDTH / slots);
  }

  private static int y(long value, long top) {
    return HEIGHT - (int) Math.round((double) value / top * HEIGHT);
  }
}
