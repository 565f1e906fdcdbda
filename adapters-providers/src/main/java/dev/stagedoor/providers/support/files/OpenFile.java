package dev.stagedoor.providers.support.files;

import java.io.Closeable;
import java.io.InputStream;
import java.time.Instant;

/** A file that is open to be handed out. */
public interface OpenFile extends Closeable {
  long bytes();

  String mediaType();

  Instant storedAt();

  /** Names the content as RFC 9110 has it, in quotes. */
  String tag();

  /** Returns a part of the content; closing it closes the file. */
  InputStream part(long from, long length);
}
