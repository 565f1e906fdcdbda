package dev.stagedoor.web;

import dev.stagedoor.domain.kernel.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every error code on the class path: the constants of all enums that are error codes. */
public final class ErrorCodes {
  private ErrorCodes() {}

  public static List<ErrorCode> all() {
    List<ErrorCode> codes = new ArrayList<>();
    try {
      for (URL root : roots()) {
        if (root.getProtocol().equals("jar")) {
          URI archive = URI.create(root.toString().split("!")[0]);
          try (FileSystem files = FileSystems.newFileSystem(archive, Map.of())) {
            scan(files.getPath("/dev/stagedoor"), files.getPath("/"), codes);
          }
        } else {
          Path folder = Path.of(root.toURI());
          scan(folder, folder.getParent().getParent(), codes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return codes;
  }

  private static List<URL> roots() throws IOException {
    return java.util.Collections.list(
        ErrorCodes.class.getClassLoader().getResources("dev/stagedoor"));
  }

  private static void scan(Path folder, Path root, List<ErrorCode> codes) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .map(root::relativize)
          .map(Path::toString)
          .filter(name -> name.endsWith("Error.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .forEach(name -> add(name, codes));
    }
  }

  private static void add(String name, List<ErrorCode> codes) {
    try {
      Class<?> type = Class.forName(name);
      if (type.isEnum() && ErrorCode.class.isAssignableFrom(type)) {
        Arrays.stream(type.getEnumConstants()).map(ErrorCode.class::cast).forEach(codes::add);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
