package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real disks that are full, read-only or another's, mounted in a namespace of the test's own. */
@EnabledOnOs(OS.LINUX)
class DisksInTroubleTest {

    private static final List<String> PROGRAM = List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
        "-cp", System.getProperty("java.class.path") + ":target/classes:target/test-classes", WriteIntoTrouble.class.getName());

    @TempDir
    private Path folder;

    @Test
    void aFullDiskAndAReadOnlyOneAreSaidToBeAndKeepTheOldFile() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        String mount = "mount -t tmpfs -o size=256k none '%s' && mount -t tmpfs none '%s'".formatted(full, readOnly);
        assumeTrue(run(List.of("unshare", "-Urm", "sh", "-c", mount)).worked(), "SKIPPED: no disk can be mounted here");
        String prepare = mount + " && echo old > '%s/report' && echo old > '%s/report' && mount -o remount,ro '%2$s' && exec \"$@\""
            .formatted(full, readOnly);
        List<String> command = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", prepare, "sh"));
        command.addAll(PROGRAM);
        command.addAll(List.of(full.toString(), readOnly.toString()));
        assertThat(run(command).lines()).containsExactly("DISK_FULL true old [report]", "READ_ONLY true old [report]");
    }

    @Test
    void aFolderInWhichWeMayNotWriteIsSaidToBe() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.writeString(locked.resolve("report"), "old");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid", "65534", "--clear-groups", "--inh-caps", "-all"));
            assumeTrue(run(join(command, List.of("true"))).worked(), "SKIPPED: cannot become an ordinary user here");
            assumeTrue(run(join(command, List.of("test", "-r", "target/test-classes"))).worked(), "SKIPPED: nobody may read the classes");
        }
        Outcome outcome = run(join(join(command, PROGRAM), List.of(locked.toString())));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(outcome.lines()).containsExactly("NO_PERMISSION true old [report]");
    }

    @Test
    void aFileSystemWithoutAnyRoomIsNotCalledFull() {
        assertThatThrownBy(() -> SafeFile.write(Path.of("/proc/report"), new byte[1])).isInstanceOfSatisfying(NotWritten.class,
            refused -> assertThat(refused.reason()).isNotEqualTo(NotWritten.Reason.DISK_FULL));
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private record Outcome(int code, List<String> lines) {
        boolean worked() {
            return code == 0;
        }
    }

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return new Outcome(process.waitFor(), lines);
        } catch (IOException e) {
            return new Outcome(127, List.of(String.valueOf(e.getMessage())));
        }
    }
}
