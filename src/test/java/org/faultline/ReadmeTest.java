package org.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example is compiled against the module and run by a Java of its own, so that it cannot grow old. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void exampleCompilesAndTellsOfIpv6Loopback(@TempDir Path folder) throws Exception {
        Matcher example = JAVA.matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).as("README has a Java example").isTrue();
        Path source = Files.writeString(folder.resolve("IsIpv6LoopbackAlive.java"), example.group(1));
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path", System.getProperty("jdk.module.path"), "--add-modules", "org.faultline",
            "--enable-native-access=org.faultline", source.toString()).redirectErrorStream(true).start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed).matches("::1 (answers, round trips \\[PT.*\\]|fails at [A-Z]+: [a-z-]+ [A-Z]+)\\R");
        assertThat(java.waitFor()).isZero();
    }
}
