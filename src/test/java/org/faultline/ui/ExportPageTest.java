package org.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.faultline.report.JsonReport;
import org.faultline.report.JsonReportReader;
import org.faultline.report.format.Formats;
import org.faultline.report.format.ReportFormat;
import org.faultline.report.redaction.Passage;
import org.faultline.scenario.Scenario;
import org.faultline.store.Settings.Consent;
import org.faultline.store.Settings.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A saved report is opened in the window and handed over in every format. */
@ExtendWith({UiProbe.class, ApplicationExtension.class})
class ExportPageTest {

    @TempDir
    private Path folder;

    @Test
    void aSavedReportIsOpenedAndExportedInEveryFormat() throws Exception {
        Path saved = Files.write(folder.resolve("saved.faultline.json"), JsonReport.write(Scenario.named("gateway/gateway-absent").report()));
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        Scene scene = opened(world, saved);
        for (ReportFormat format : Formats.ALL) {
            Path target = folder.resolve("out." + format.ending());
            world.desktop().choose(target);
            press(scene, "export-" + format.id());
            press(scene, "export-save");
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(target));
            assertThat(target).isNotEmptyFile();
        }
        String html = Files.readString(folder.resolve("out.html"));
        assertThat(html).contains("Nobody answers at the router").doesNotContain(">desk<", "desk, 2026");
        assertThat(JsonReportReader.read(Files.readAllBytes(folder.resolve("out.faultline.json"))).redacted()).isTrue();
        assertThat(Files.readString(folder.resolve("out.pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.7");
    }

    @Test
    void fullIsAChoiceThatAPersonMakes() throws Exception {
        Path saved = Files.write(folder.resolve("saved.faultline.json"), JsonReport.write(Scenario.named("gateway/gateway-absent").report()));
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        Scene scene = opened(world, saved);
        Path target = folder.resolve("full.txt");
        world.desktop().choose(target);
        press(scene, "export-text");
        press(scene, "export-full");
        press(scene, "export-language-de");
        press(scene, "export-save");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(target));
        assertThat(Files.readString(target)).contains("desk geprüft").contains("WAS ZU TUN IST");
    }

    /** By its ending every desktop knows what to open it with. */
    @Test
    void aNameWithoutAnEndingGetsThatOfTheFormat() throws Exception {
        Path saved = Files.write(folder.resolve("saved.faultline.json"), JsonReport.write(Scenario.named("gateway/gateway-absent").report()));
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        Scene scene = opened(world, saved);
        world.desktop().choose(folder.resolve("f1"));
        press(scene, "export-md");
        press(scene, "export-save");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(folder.resolve("f1.md")));
        assertThat(folder.resolve("f1")).doesNotExist();
    }

    @Test
    void whileAFileIsWrittenThatIsSeenAndNoSecondOneIsBegun() throws Exception {
        Path saved = Files.write(folder.resolve("saved.faultline.json"), JsonReport.write(Scenario.named("gateway/gateway-absent").report()));
        FakeWorld world = FakeWorld.accepted("external/healthy-home");
        Scene scene = opened(world, saved);
        BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
        world.work(action -> () -> held.add(action));
        world.desktop().choose(folder.resolve("one.html"));
        press(scene, "export-save");
        assertThat(scene.lookup("#export-busy").isVisible()).isTrue();
        assertThat(((Label) scene.lookup("#export-name")).getText()).isEqualTo("Writing one.html…");
        world.desktop().choose(folder.resolve("two.html"));
        press(scene, "export-save");
        WaitForAsyncUtils.waitForAsyncFx(20_000, held.poll(60, TimeUnit.SECONDS));
        assertThat(scene.lookup("#export-busy").isVisible()).isFalse();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("saved.faultline.json", "one.html");
    }

    /** Before anything is written; in full there is nothing to look through. */
    @ParameterizedTest
    @EnumSource(value = Look.class, names = {"LIGHT", "DARK"})
    void eachReplacementIsSeenInItsPlace(Look look) throws Exception {
        Path saved = Files.write(folder.resolve("saved.faultline.json"), JsonReport.write(Scenario.named("gateway/gateway-absent").report()));
        FakeWorld world = new FakeWorld("external/healthy-home", settings -> settings.with(look).with(Consent.ACCEPTED));
        Scene scene = opened(world, saved);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> !passages(scene).isEmpty()));
        assertThat(passages(scene)).anySatisfy(passage -> assertThat(passage.pieces()).anySatisfy(piece -> {
            assertThat(piece.original()).isEqualTo("desk");
            assertThat(piece.token()).isPresent();
        }));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            ScrollPane page = (ScrollPane) scene.lookup("#export > .scrolled");
            page.setVvalue(1);
            return Screenshots.take(scene, "export-preview-" + look.name().toLowerCase(Locale.ROOT));
        });
        press(scene, "export-full");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> scene.lookup("#redaction-passages") == null));
        assertThat(folder.toFile().list()).containsExactly("saved.faultline.json");
    }

    @SuppressWarnings("unchecked") // the list of this name holds nothing else
    private static List<Passage> passages(Scene scene) {
        return scene.lookup("#redaction-passages") instanceof ListView<?> list ? List.copyOf((List<Passage>) list.getItems()) : List.of();
    }

    private static Scene opened(FakeWorld world, Path saved) throws Exception {
        Window window = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Window made = world.window(new Stage());
            made.open(Optional.of(saved));
            return made;
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> window.report().isPresent()));
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            window.export();
            Screenshots.take(window.window().getScene(), "export");
            return window.window().getScene();
        });
    }

    private static void press(Scene scene, String id) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> ((ButtonBase) scene.lookup("#" + id)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
