package dev.stagedoor.providers.support.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a part of a file piece by piece, and closes the file with itself. */
public final class FilePart extends InputStream {
  private final FileChannel file;
  private final long end;
  private long at;

  public FilePart(FileChannel file, long from, long length) {
    this.file = file;
    this.at = from;
    this.end = from + length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at >= end) {
      return -1;
    }
    int most = (int) Math.min(length, end - at);
    int read = file.read(ByteBuffer.wrap(bytes, offset, most), at);
    if (read < 0) {
      throw new EOFException("a file is shorter than it was");
    }
    at += read;
    return read;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - at);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
