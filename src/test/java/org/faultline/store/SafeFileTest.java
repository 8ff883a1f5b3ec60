package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.faultline.store.NotWritten.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is wholly there or not at all. */
class SafeFileTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private String[] names() {
        String[] names = folder.toFile().list();
        Arrays.sort(names);
        return names;
    }

    private static NotWritten refusal(Path file) {
        NotWritten refusal = catchThrowableOfType(NotWritten.class, () -> SafeFile.write(file, NEW));
        assertThat(refusal).as("the refusal of %s", file).isNotNull().hasMessageContaining(file.toString());
        return refusal;
    }

    @Test
    void theOldFileStandsUntilTheNewOneIsWhole() throws IOException {
        Path target = Files.writeString(folder.resolve("report"), "old");
        try (SafeFile file = SafeFile.at(target)) {
            assertThat(target).hasContent("old");
            file.write(NEW);
            assertThat(target).hasContent("new");
        }
        assertThat(names()).containsExactly("report");
    }

    @Test
    void whatEndsWithoutAResultLeavesEverythingAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("report"), "old");
        SafeFile.at(target).close();
        SafeFile.at(folder.resolve("other")).close();
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("report");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsAndLinksAreKept() throws IOException {
        Path target = Files.writeString(folder.resolve("report"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        SafeFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-r-----");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsPrivateIsSoWhileItIsWrittenAndThroughALink() throws IOException {
        Path part = Part.beside(folder.resolve("secret"), Readers.OWNER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part))).isEqualTo("rw-------");
        Path target = Files.writeString(folder.resolve("secret"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        SafeFile.writePrivately(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsWrittenToAndNeverReplaced() throws IOException {
        SafeFile.write(Path.of("/dev/null"), NEW);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aFolderThatVanishesMeanwhileIsNamed() throws IOException {
        Path target = Files.createDirectory(folder.resolve("deep")).resolve("report");
        try (SafeFile file = SafeFile.at(target)) {
            file.close();
            Files.delete(folder.resolve("deep"));
            NotWritten gone = catchThrowableOfType(NotWritten.class, () -> file.write(NEW));
            assertThat(gone.reason()).isEqualTo(Reason.FOLDER_MISSING);
            assertThat(gone).hasMessage("cannot write " + target + ": there is no folder " + target.getParent());
        }
    }

    @Test
    void aMissingFolderAFileAsFolderAndAFolderAsFileAreToldApart() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        assertThat(refusal(folder.resolve("none").resolve("report")).reason()).isEqualTo(Reason.FOLDER_MISSING);
        assertThat(refusal(file.resolve("report")).reason()).isEqualTo(Reason.FOLDER_IS_A_FILE);
        assertThat(refusal(file.resolve("deep").resolve("report")).reason()).isEqualTo(Reason.FOLDER_IS_A_FILE);
        assertThat(refusal(folder).reason()).isEqualTo(Reason.IS_A_FOLDER);
        assertThat(names()).containsExactly("file");
        assertThat(file).hasContent("old");
    }

    @Test
    void aNameOrPathThatIsTooLongIsSaidToBe() {
        assertThat(refusal(folder.resolve("n".repeat(256))).reason()).isEqualTo(Reason.PATH_TOO_LONG);
        assertThat(refusal(folder.resolve("deep/".repeat(900) + "report")).reason()).isEqualTo(Reason.PATH_TOO_LONG);
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameAsLongAsTheSystemAllowsIsWritten() throws IOException {
        Path target = folder.resolve("n".repeat(255));
        SafeFile.write(target, NEW);
        assertThat(target).hasContent("new");
    }

    @Test
    void whatADeadProcessLeftIsSweptAwayAndWhatALivingOneWritesIsNot() throws IOException {
        Files.writeString(folder.resolve(".faultline-999999999999-0123abcd.part"), "half");
        String living = ".faultline-" + ProcessHandle.current().pid() + "-0123abcd.part";
        Files.writeString(folder.resolve(living), "half");
        Files.writeString(folder.resolve(".faultline-x.part"), "another program's");
        SafeFile.write(folder.resolve("report"), NEW);
        assertThat(names()).containsExactly(living, ".faultline-x.part", "report");
    }

    @Test
    void manyWritersOfOneFileLeaveOneOfTheirFilesWhole() throws Exception {
        Path target = folder.resolve("report");
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 40; writer++) {
            byte[] content = String.valueOf((char) ('a' + writer % 26)).repeat(100_000).getBytes(StandardCharsets.UTF_8);
            writers.add(() -> {
                SafeFile.write(target, content);
                return null;
            });
        }
        try (ExecutorService crew = Executors.newFixedThreadPool(8)) {
            for (Future<Void> written : crew.invokeAll(writers)) {
                written.get();
            }
        }
        assertThat(Files.readString(target)).hasSize(100_000).matches("(.)\\1*");
        assertThat(names()).containsExactly("report");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentenceThatNamesTheFile(Reason reason) {
        NotWritten refusal = new NotWritten(Path.of("report\u001b[31m"), reason, new IOException("EIO"));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(refusal.sentence(locale)).contains("report\\u001b[31m").doesNotContain("{");
        }
    }
}
