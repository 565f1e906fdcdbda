package dev.stagedoor.providers.sandbox.library;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into films with the programs {@code ffprobe} and {@code ffmpeg}. They see one file, by the
 * format it begins with, for a while at most; no shell and no network is between.
 */
final class Ffmpeg implements FilmTools {
  private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration INTO_IT = Duration.ofSeconds(1);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Map<String, String> FORMATS =
      Map.of("mp4", "mov", "webm", "matroska", "mkv", "matroska", "ts", "mpegts");

  private final Path ffprobe;
  private final Path ffmpeg;

  private Ffmpeg(Path ffprobe, Path ffmpeg) {
    this.ffprobe = ffprobe;
    this.ffmpeg = ffmpeg;
  }

  /** Returns what looks into films, which finds nothing out where the programs are absent. */
  static FilmTools on(Optional<String> path) {
    return found("ffprobe", path)
        .flatMap(
            probe -> found("ffmpeg", path).map(ffmpeg -> (FilmTools) new Ffmpeg(probe, ffmpeg)))
        .orElse((film, ending, still) -> Facts.NONE);
  }

  private static Optional<Path> found(String program, Optional<String> path) {
    return path.stream()
        .flatMap(folders -> List.of(folders.split(File.pathSeparator, -1)).stream())
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(file -> file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  @Override
  public Facts look(Path film, String ending, Path still) {
    String format = FORMATS.getOrDefault(ending, ending);
    Path said = film.resolveSibling(film.getFileName() + ".said");
    try {
      Optional<Duration> length = length(film, format, said);
      return new Facts(length, picture(film, format, still, length, said));
    } catch (IOException e) {
      LOG.warn("Sandbox: a film could not be looked into", e);
      return Facts.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Facts.NONE;
    } finally {
      forget(said);
    }
  }

  private Optional<Duration> length(Path film, String format, Path said)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ffprobe.toString(), "-v", "error"));
    command.addAll(List.of("-show_entries", "format=duration", "-of", "csv=p=0"));
    command.addAll(input(film, format));
    if (!runs(command, said)) {
      return Optional.empty();
    }
    return Optional.of(Files.readString(said, StandardCharsets.UTF_8).strip())
        .filter(text -> SECONDS.matcher(text).matches())
        .map(BigDecimal::new)
        .map(seconds -> seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP))
        .map(millis -> Duration.ofMillis(millis.longValueExact()))
        .filter(length -> !length.isZero());
  }

  private boolean picture(
      Path film, String format, Path still, Optional<Duration> length, Path said)
      throws IOException, InterruptedException {
    boolean isLong = length.filter(whole -> whole.compareTo(INTO_IT) > 0).isPresent();
    List<String> command =
        new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-v", "error", "-y"));
    command.addAll(List.of("-ss", isLong ? "" + INTO_IT.toSeconds() : "0"));
    command.addAll(input(film, format));
    command.addAll(List.of("-frames:v", "1", "-an", "-vf", "scale=w='min(640,iw)':h=-2"));
    command.addAll(List.of("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-f", "image2"));
    command.addAll(List.of("-update", "1", still.toString()));
    boolean isMade = runs(command, said) && Files.isRegularFile(still) && Files.size(still) > 0;
    if (!isMade) {
      forget(still);
    }
    return isMade;
  }

  private static List<String> input(Path film, String format) {
    return List.of(
        "-protocol_whitelist", "file", "-f", format, "-i", "file:" + film.toAbsolutePath());
  }

  private static boolean runs(List<String> command, Path said)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      process.getOutputStream().close();
      return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Sandbox: {} stays behind", file.getFileName(), e);
    }
  }

  @Override
  public String toString() {
    return "ffmpeg at " + ffmpeg;
  }
}
