package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.providers.support.Sha256;
import dev.stagedoor.providers.support.files.FilePart;
import dev.stagedoor.providers.support.files.OpenFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in a folder. Each is one file on disk, named by the SHA-256 of its key, so that no key can
 * lead out of the folder, clash with another's folder, or with one that differs in case only. It
 * begins with a head of fixed length that says key, type, size, time and the content's SHA-256: one
 * rename puts all of it in the place of what was there before.
 */
final class FileShelf {
  /** What was sent is not what was announced. */
  static final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(String why) {
      super(why);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(FileShelf.class);
  private static final String FORMAT = "stagedoor-file-1";
  private static final int HEAD = 1024;
  private static final int PIECE = 1 << 16;
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path incoming;
  private final Path files;
  private final Clock clock;

  FileShelf(Path folder, Clock clock) {
    this.incoming = folder.resolve("incoming");
    this.files = folder.resolve("kept");
    this.clock = clock;
    sweep();
  }

  /** Takes a file in, or nothing at all. What it replaces can still be read by who has it open. */
  void keep(NewObject wanted, InputStream content) throws IOException {
    String name = name(wanted.key());
    Path group = group(name);
    Files.createDirectories(incoming);
    Files.createDirectories(group);
    Path temporary = incoming.resolve(UUID.randomUUID().toString());
    try {
      try (FileChannel out =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        byte[] sha256 = copy(wanted.bytes(), content, out);
        write(head(wanted, clock.instant(), sha256), out, 0);
        out.force(true);
      }
      Files.move(temporary, group.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      settle(group);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Opens a file; empty when there is none. */
  Optional<Kept> open(ObjectKey key) throws IOException {
    FileChannel channel;
    try {
      String name = name(key);
      channel = FileChannel.open(group(name).resolve(name), StandardOpenOption.READ);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    try {
      return Optional.of(Kept.in(channel, key));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  void delete(ObjectKey key) throws IOException {
    String name = name(key);
    if (Files.deleteIfExists(group(name).resolve(name))) {
      settle(group(name));
    }
  }

  /** Names the file on disk. */
  private static String name(ObjectKey key) {
    return Sha256.hex(key.value());
  }

  /** Spreads the files over folders, for some systems are slow where there are many in one. */
  private Path group(String name) {
    return files.resolve(name.substring(0, 2));
  }

  /** Copies exactly this many bytes behind the head, and returns their SHA-256. */
  private static byte[] copy(long bytes, InputStream content, FileChannel out) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] piece = new byte[PIECE];
    long taken = 0;
    for (int read = read(content, piece); read >= 0; read = read(content, piece)) {
      if (read > bytes - taken) {
        throw new BrokenOffException("more came than was announced");
      }
      digest.update(piece, 0, read);
      write(ByteBuffer.wrap(piece, 0, read), out, HEAD + taken);
      taken += read;
    }
    if (taken < bytes) {
      throw new BrokenOffException("less came than was announced");
    }
    return digest.digest();
  }

  private static int read(InputStream content, byte[] piece) throws BrokenOffException {
    try {
      return content.read(piece);
    } catch (IOException e) {
      BrokenOffException brokenOff = new BrokenOffException("the sender went away");
      brokenOff.initCause(e);
      throw brokenOff;
    }
  }

  private static void write(ByteBuffer bytes, FileChannel out, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += out.write(bytes, at);
    }
  }

  private static ByteBuffer head(NewObject wanted, Instant now, byte[] sha256) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEAD);
    DataOutputStream head = new DataOutputStream(bytes);
    head.writeUTF(FORMAT);
    head.writeUTF(wanted.key().value());
    head.writeUTF(wanted.mediaType());
    head.writeLong(wanted.bytes());
    head.writeLong(now.toEpochMilli());
    head.write(sha256);
    head.write(new byte[HEAD - bytes.size()]);
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** Makes a rename or a removal last through a power cut, where the system lets one do so. */
  private static void settle(Path folder) throws IOException {
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  /** Removes what was left by a server that did not live to see the end of an upload. */
  private void sweep() {
    if (!Files.isDirectory(incoming)) {
      return;
    }
    Instant latest = clock.instant().minus(ABANDONED);
    try (Stream<Path> left = Files.list(incoming)) {
      for (Path file : left.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("Uploads that were broken off long ago are still there", e);
    }
  }

  /** A file that is open. It stays as it is, whatever becomes of its key. */
  static final class Kept implements OpenFile {
    private final FileChannel channel;
    private final StoredObject about;
    private final String sha256;

    private Kept(FileChannel channel, StoredObject about, String sha256) {
      this.channel = channel;
      this.about = about;
      this.sha256 = sha256;
    }

    private static Kept in(FileChannel channel, ObjectKey key) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(HEAD);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Reads on until the head is whole.
      }
      DataInputStream head = new DataInputStream(new ByteArrayInputStream(bytes.array()));
      boolean isOurs = head.readUTF().equals(FORMAT) && head.readUTF().equals(key.value());
      String type = isOurs ? head.readUTF() : "";
      long size = isOurs ? head.readLong() : -1;
      if (channel.size() != HEAD + size) {
        throw new IOException("a file of the store is damaged");
      }
      Instant at = Instant.ofEpochMilli(head.readLong());
      String sha256 = HexFormat.of().formatHex(head.readNBytes(32));
      return new Kept(channel, new StoredObject(key, size, type, at), sha256);
    }

    StoredObject about() {
      return about;
    }

    @Override
    public long bytes() {
      return about.bytes();
    }

    @Override
    public String mediaType() {
      return about.mediaType();
    }

    @Override
    public Instant storedAt() {
      return about.storedAt();
    }

    @Override
    public String tag() {
      return "\"" + sha256 + "\"";
    }

    @Override
    public InputStream part(long from, long length) {
      return new FilePart(channel, HEAD + from, length);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
