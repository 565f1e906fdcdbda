package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.providers.support.files.FilePart;
import dev.stagedoor.providers.support.files.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The films of the library in a folder. A film comes piece by piece under another name, and gets
 * its own when it is whole.
 */
final class ClipFilms {
  static final String TOO_LARGE = "too_large";
  private static final int PIECE = 1 << 16;
  private static final Duration ABANDONED = Duration.ofHours(2);
  private static final Pattern COMING = Pattern.compile(".*\\.(part|said)");

  private final Path folder;
  private final FilmTools tools;
  private final Ids ids;

  ClipFilms(Path folder, FilmTools tools, Ids ids) {
    this.folder = folder;
    this.tools = tools;
    this.ids = ids;
  }

  /**
   * What became of a file that came.
   *
   * @param refusal the code by which it is no film, absent for one
   */
  record Kept(@Nullable String refusal, Clip.@Nullable Film film, long bytes) {}

  /** Takes the file of a clip in, and keeps it when it is a film. */
  Kept keep(String uid, InputStream content, long most) throws IOException {
    Files.createDirectories(folder);
    String name = ids.next().toString();
    Path coming = folder.resolve(name + ".part");
    try {
      long bytes = copy(content, coming, most);
      if (bytes > most) {
        return new Kept(TOO_LARGE, null, bytes);
      }
      Optional<String> ending = ClipFile.ending(beginning(coming));
      if (ending.isEmpty()) {
        return new Kept(ClipFile.NOT_A_VIDEO, null, bytes);
      }
      FilmTools.Facts facts = tools.look(coming, ending.get(), still(uid));
      Files.move(coming, file(name), StandardCopyOption.ATOMIC_MOVE);
      Long millis = facts.length().map(length -> length.toMillis()).orElse(null);
      return new Kept(null, new Clip.Film(name, ending.get(), millis, facts.hasStill()), bytes);
    } finally {
      Files.deleteIfExists(coming);
    }
  }

  private static long copy(InputStream content, Path to, long most) throws IOException {
    long bytes = 0;
    byte[] piece = new byte[PIECE];
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      for (int read = content.read(piece); read >= 0 && bytes <= most; read = content.read(piece)) {
        out.write(piece, 0, read);
        bytes += read;
      }
    }
    return bytes;
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ClipFile.BEGINNING);
    }
  }

  /** Removes what was coming when the process died. */
  void sweep(Instant now) {
    try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file :
          all.filter(one -> COMING.matcher("" + one.getFileName()).matches()).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a film; empty when it is not on this machine. */
  Optional<OpenFile> open(Clip.Film film) {
    try {
      Path file = file(film.file());
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      return Optional.of(new Opened(FileChannel.open(file), film, modified));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the picture of a clip's film, as JPEG; empty when there is none on this machine. */
  Optional<byte[]> picture(String uid) {
    try {
      return Optional.of(Files.readAllBytes(still(uid)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasPicture(String uid) {
    return Files.isRegularFile(still(uid));
  }

  /** Removes a film; who plays it may read on. */
  void forget(Clip.Film film) {
    forget(file(film.file()));
  }

  /** Removes all there is of a clip. */
  void forget(String uid, Clip.Film film) {
    forget(film);
    forget(still(uid));
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".film");
  }

  private Path still(String uid) {
    return folder.resolve(uid + ".jpg");
  }

  private static final class Opened implements OpenFile {
    private final FileChannel channel;
    private final Clip.Film film;
    private final long bytes;
    private final Instant storedAt;

    private Opened(FileChannel channel, Clip.Film film, Instant modified) throws IOException {
      this.channel = channel;
      this.film = film;
      this.bytes = channel.size();
      this.storedAt = modified;
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public String mediaType() {
      return ClipFile.mediaType(film.ending());
    }

    @Override
    public Instant storedAt() {
      return storedAt;
    }

    @Override
    public String tag() {
      return "\"" + film.file() + "\"";
    }

    @Override
    public InputStream part(long from, long length) {
      return new FilePart(channel, from, length);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  @Override
  public String toString() {
    return "films in " + folder;
  }
}
