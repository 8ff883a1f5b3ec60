package org.faultline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.diagnosis.PersonQuestion;
import org.faultline.fake.FakeHost;
import org.faultline.fake.World;
import org.faultline.model.Stage;
import org.faultline.model.Truth;
import org.faultline.run.Cancellation;
import org.faultline.run.Check;
import org.faultline.run.Guide;
import org.faultline.run.Profile;
import org.faultline.run.Progress;
import org.faultline.run.Stepwise;
import org.faultline.run.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidedSessionsTest {

    @TempDir
    private Path home;
    private GuidedSessions sessions;

    @BeforeEach
    void here() {
        sessions = new GuidedSessions(new Folders(home.resolve("settings"), home.resolve("state")));
    }

    @Test
    void aSessionOpensWhereItWas() throws IOException {
        Guide guide = measured("20261126-080000-0001").answered(PersonQuestion.LIGHTS_ON, Truth.NO, World.NOW).noted("Ärger: \"nichts\" geht\n", World.NOW)
            .declined(PersonQuestion.ROUTER_ON, World.NOW).ticket("T-1").next(World.NOW).drafted("half a no");
        sessions.save(guide);
        Guide opened = sessions.openLatest().guide().orElseThrow();
        assertThat(opened).usingRecursiveComparison().withEqualsForType((Duration one, Duration other) -> one.minus(other).abs().toNanos() < 2_000, Duration.class)
            .ignoringFieldsMatchingRegexes(".*machine", ".*values").isEqualTo(guide);
        assertThat(opened.stage()).contains(Stage.LOOPBACK_IPV6);
        assertThat(GuideJson.write(opened)).isEqualTo(GuideJson.write(guide));
    }

    /** What people said is nobody else's business. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheirOwnerMayLookIntoTheFolder() throws IOException {
        sessions.save(Guide.begin("20261126-080000-0001", List.of(Stage.GATEWAY), World.NOW));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("state/sessions")))).isEqualTo("rwx------");
    }

    @Test
    void whereNothingWasSavedNothingOpens() throws IOException {
        assertThat(sessions.openLatest()).isEqualTo(new GuidedSessions.Opened(Optional.empty(), List.of()));
    }

    @Test
    void aClosedSessionStaysAndIsNotOpenedByItself() throws IOException {
        sessions.save(empty("20261126-080000-0001"));
        sessions.save(empty("20261126-090000-0001").close(World.NOW));
        assertThat(sessions.openLatest().guide().map(Guide::id)).contains("20261126-080000-0001");
        assertThat(files()).hasSize(2);
    }

    /** A file that was cut anywhere: by a disk that lied about the flush, or a copy that was broken off. */
    @Test
    void aFileCutAnywhereIsToldAndKeptAside() throws IOException {
        sessions.save(measured("20261126-080000-0001"));
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 2; length += Math.max(1, whole.length / 60)) {
            Files.write(file, Arrays.copyOf(whole, length));
            GuidedSessions.Opened opened = sessions.openLatest();
            assertThat(opened.guide()).isEmpty();
            Path kept = opened.troubles().getFirst().kept();
            assertThat(kept.getFileName()).hasToString("20261126-080000-0001.json.broken");
            assertThat(Files.readAllBytes(kept)).isEqualTo(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void anOlderSessionOpensWhereTheNewestIsBroken() throws IOException {
        sessions.save(empty("20261126-080000-0001"));
        Files.writeString(home.resolve("state/sessions/20261126-090000-0001.json"), "{");
        GuidedSessions.Opened opened = sessions.openLatest();
        assertThat(opened.guide().map(Guide::id)).contains("20261126-080000-0001");
        assertThat(opened.troubles()).singleElement().satisfies(trouble -> assertThat(trouble.why()).contains("line 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{\"schema\": \"faultline-session/2\"}", "{\"schema\": \"faultline-session/1\", \"stages\": []}", "\u001b[31m{}"})
    void whatIsNoSessionIsSetAside(String text) throws IOException {
        Files.createDirectories(home.resolve("state/sessions"));
        Files.writeString(home.resolve("state/sessions/a.json"), text);
        assertThat(sessions.openLatest().troubles()).singleElement()
            .satisfies(trouble -> assertThat(trouble.kept()).exists().isNotEqualTo(trouble.file()));
    }

    /** Else it would be written over the file that it names. */
    @Test
    void aSessionUnderAForeignNameIsSetAside() throws IOException {
        sessions.save(empty("20261126-080000-0001"));
        Files.copy(files().getFirst(), home.resolve("state/sessions/20261126-090000-0001.json"));
        GuidedSessions.Opened opened = sessions.openLatest();
        assertThat(opened.troubles()).hasSize(1);
        assertThat(opened.guide()).isPresent();
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        assertThatThrownBy(() -> sessions.save(empty("../outside"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(home.resolve("state/outside.json")).doesNotExist();
    }

    /** A pipe that nobody writes into would be waited for without end. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void thatASessionIsKeptIsKnownFromTheNewestAlone() throws Exception {
        Folders folders = new Folders(home.resolve("settings"), home.resolve("state"));
        assertThat(KeptApart.told(folders, Locale.ENGLISH)).isEmpty();
        sessions.save(empty("20261126-080000-0001"));
        assertThat(new ProcessBuilder("mkfifo", home.resolve("state/sessions/20261125-080000-0001.json").toString()).start().waitFor()).isZero();
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> KeptApart.told(folders, Locale.ENGLISH))).singleElement().asString().contains("Guided sessions");
    }

    @Test
    void whatCannotBeReadIsNoSessionThatIsKept() throws IOException {
        Files.createDirectories(home.resolve("state/sessions"));
        Files.writeString(home.resolve("state/sessions/20261126-080000-0001.json"), "{");
        assertThat(sessions.any()).isFalse();
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        for (int number = 0; number < GuidedSessions.KEPT + 3; number++) {
            sessions.save(empty("20261126-080000-%04x".formatted(number)));
        }
        assertThat(files()).hasSize(GuidedSessions.KEPT).noneMatch(file -> file.toString().contains("-0002."));
    }

    @Test
    void aSessionThatCannotBeSavedLeavesTheEarlierFileAsItWas() throws IOException {
        Guide guide = empty("20261126-080000-0001");
        sessions.save(guide);
        byte[] before = Files.readAllBytes(files().getFirst());
        Path folder = home.resolve("state/sessions");
        Path moved = Files.move(folder, home.resolve("state/elsewhere"));
        Files.writeString(folder, "a file in the way");
        assertThatThrownBy(() -> sessions.save(guide.noted("lost?", World.NOW))).isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(moved.resolve("20261126-080000-0001.json"))).isEqualTo(before);
    }

    @Test
    void theFileIsText() throws IOException {
        sessions.save(measured("20261126-080000-0001"));
        String text = Files.readString(files().getFirst(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("{").contains("\"schema\": \"faultline-session/1\"").endsWith("}\n");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("state/sessions"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Guide empty(String id) {
        return Guide.begin(id, Stage.PATH, World.NOW);
    }

    private static Guide measured(String id) {
        Check check = new Check(Profile.DEFAULT, EnumSet.copyOf(Stage.PATH), Duration.ofSeconds(20));
        Workplace workplace = new Workplace(() -> new FakeHost(World.home()), InstantSource.fixed(World.NOW), System::nanoTime);
        Guide guide = empty(id);
        return guide.measured(new Stepwise(check, workplace).measure(guide.toMeasure(), guide.leg(), new Cancellation(), Progress.NONE), World.NOW);
    }
}
