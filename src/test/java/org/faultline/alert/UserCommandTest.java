package org.faultline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.faultline.report.JsonReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs real commands. Closing waits for those at work, two seconds at most. */
@EnabledOnOs(OS.LINUX)
class UserCommandTest {

    /** For a machine on which much else computes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> problems = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;

    private void hear(Trouble trouble) {
        problems.add(Alerts.WORDS.trouble(trouble));
    }

    private void tell(Duration longest, BooleanSupplier done, String... command) throws InterruptedException {
        try (UserCommand told = new UserCommand(List.of(command), longest, this::hear)) {
            told.tell(Alerts.came());
            for (long end = System.nanoTime() + PATIENCE.toNanos(); !done.getAsBoolean() && System.nanoTime() < end;) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }

    private boolean complained() {
        return !problems.isEmpty();
    }

    private Path script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("told.sh"), "#!/bin/sh\n" + text + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    @Test
    void theCommandIsToldWhatHappenedAndGetsTheReport() throws IOException, InterruptedException {
        Path script = script("cp \"$FAULTLINE_REPORT\" report; echo \"$1|$2|$FAULTLINE_EVENT|$FAULTLINE_CODE|$FAULTLINE_STATUS|$FAULTLINE_REPORT\" > said"
            .replace("report;", folder.resolve("report") + ";").replace("> said", "> " + folder.resolve("said")));
        tell(PATIENCE, () -> Files.exists(folder.resolve("said")), script.toString(), "a b", "$(touch x)");
        String said = Files.readString(folder.resolve("said")).strip();
        assertThat(problems).isEmpty();
        assertThat(said).startsWith("a b|$(touch x)|fault|gateway-absent|fault|/");
        assertThat(JsonReportReader.read(Files.readAllBytes(folder.resolve("report"))).diagnosis().verdict().code()).isEqualTo("gateway-absent");
        assertThat(Path.of(said.replaceAll(".*\\|", ""))).as("removed when the command has ended").doesNotExist();
    }

    @Test
    void aCommandThatHangsIsEndedWithItsChildren() throws IOException, InterruptedException {
        Path script = script("sleep 60 & echo $! > " + folder.resolve("child") + "; wait");
        long start = System.nanoTime();
        tell(Duration.ofSeconds(3), this::complained, script.toString());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
        assertThat(problems).singleElement().asString().contains("took longer than 3 s and was ended");
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive).filter(alive -> alive.info().command().filter(name -> name.contains("sleep"))
            .isPresent())).isEmpty();
    }

    @Test
    void whatItPrintsIsBounded() throws IOException, InterruptedException {
        tell(PATIENCE, this::complained, script("yes | head -c 3000000; exit 4").toString());
        assertThat(problems).singleElement().asString().contains("told.sh ended with 4: y").hasSizeLessThan(300);
    }

    @Test
    void aCommandThatIsNotThereIsSaid() throws InterruptedException {
        tell(PATIENCE, this::complained, "/nowhere/tell");
        assertThat(problems).singleElement().asString().startsWith("Command: cannot start /nowhere/tell");
    }
}
