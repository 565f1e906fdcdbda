package dev.stagedoor.providers.support;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A body that is read piece by piece, inflated where it was deflated, and counted both ways. */
public final class StreamedBody {
  private static final int PIECE = 8192;
  // What is sent deflated may itself be a deflated file.
  private static final int LAYERS = 2;

  private final StreamAllowance allowance;
  private InputStream stream = InputStream.nullInputStream();
  private @Nullable Failure failure;

  /** What became of a body that was not read to where its reader wanted. */
  enum Failure {
    LATE,
    BROKEN,
    TOO_LARGE
  }

  private static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  StreamedBody(StreamAllowance allowance) {
    this.allowance = allowance;
  }

  /** Begins to read what comes over the line. */
  void take(InputStream raw) throws IOException {
    InputStream layers = new BufferedInputStream(new Sent(raw), PIECE);
    for (int layer = 0; layer < LAYERS && isDeflated(layers); layer++) {
      layers = new BufferedInputStream(new GZIPInputStream(layers, PIECE), PIECE);
    }
    stream = new Counted(layers);
  }

  private static boolean isDeflated(InputStream buffered) throws IOException {
    buffered.mark(2);
    boolean isDeflated = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return isDeflated;
  }

  /** Returns the body. Whatever a reader makes of its failures, the read as a whole fails. */
  public InputStream stream() {
    return stream;
  }

  /** Does something, like storing what was read, that takes none of the time there is to read. */
  public void aside(Runnable work) {
    allowance.aside(work);
  }

  Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  private StoppedException stop(Failure why) {
    failure = why;
    return new StoppedException();
  }

  /** What comes over the line. */
  private final class Sent extends FilterInputStream {
    private Sent(InputStream raw) {
      super(raw);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int read = read(one, 0, 1);
      return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (failure != null || allowance.isOver() || Thread.currentThread().isInterrupted()) {
        throw stop(failure == null ? Failure.LATE : failure);
      }
      int read;
      try {
        read = super.read(into, offset, length);
      } catch (IOException e) {
        throw stop(allowance.isOver() ? Failure.LATE : Failure.BROKEN);
      }
      if (allowance.isOver()) {
        // A connection that was closed may look like one that came to its end.
        throw stop(Failure.LATE);
      }
      if (read > 0 && !allowance.takeSent(read)) {
        throw stop(Failure.TOO_LARGE);
      }
      return read;
    }
  }

  /** What a reader gets. */
  private final class Counted extends FilterInputStream {
    private Counted(InputStream inflated) {
      super(inflated);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int read = read(one, 0, 1);
      return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (failure != null) {
        throw stop(failure);
      }
      int read = super.read(into, offset, length);
      if (read > 0 && !allowance.takeInflated(read)) {
        throw stop(Failure.TOO_LARGE);
      }
      return read;
    }

    /** Does nothing: what is below would read all that is left before it closes. */
    @Override
    public void close() {
      // The connection is closed by who opened it.
    }

    @Override
    public long skip(long wanted) throws IOException {
      byte[] piece = new byte[PIECE];
      int read = read(piece, 0, (int) Math.min(piece.length, Math.max(0, wanted)));
      return Math.max(0, read);
    }
  }
}
