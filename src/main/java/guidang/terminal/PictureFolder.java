package guidang.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import guidang.picture.Picture;

/**
 * Keeps the pictures of replies as files {@code picture-1.png}, {@code picture-2.png}, … and overwrites none.
 *
 * @param path of the folder; made where there is none
 */
public record PictureFolder(Path path) {
    private static final int MOST = 10_000;

    /** Writes a picture and gives back where it is. */
    Path save(Picture picture) throws IOException {
        Files.createDirectories(path);
        for (int number = 1; number < MOST; number++) {
            Path file = path.resolve("picture-" + number + ".png");
            if (Files.notExists(file)) {
                return Files.write(file, picture.png(), StandardOpenOption.CREATE_NEW);
            }
        }
        throw new IOException("too many pictures");
    }
}
