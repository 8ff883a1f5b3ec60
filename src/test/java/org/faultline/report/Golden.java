package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say how something looked when somebody last looked. {@code -Dgolden.write=true} writes them anew; read the difference. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() { }

    public static void compare(String name, String text) throws IOException {
        Path golden = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(golden).as("-Dgolden.write=true writes it").exists();
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
