package org.faultline.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.faultline.model.Diagnosis;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.report.SansLetters;
import org.faultline.report.TreeCaptions;
import org.faultline.report.picture.Box;
import org.faultline.report.picture.NodeRef;
import org.faultline.report.picture.State;
import org.faultline.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class TreeModelTest {

    private final TreeModel model = new TreeModel(TreeCaptions.of(Locale.ENGLISH), new SansLetters());

    private static Diagnosis diagnosis(String scenario) {
        return Scenario.named(scenario).report().diagnosis();
    }

    private String at() {
        return model.selected().map(Box::id).orElse("nowhere");
    }

    private List<String> walk(Direction... directions) {
        return Stream.of(directions).map(direction -> model.move(direction) ? at() : "nothing there").toList();
    }

    @Test
    void beforeAnythingWasAskedTheTrunkIsThereAndClosed() {
        assertThat(model.picture().boxes().stream().filter(box -> box.kind() == Box.Kind.STAGE).map(Box::id))
            .containsExactly("loopback-ipv4", "loopback-ipv6", "interface", "gateway", "external");
        assertThat(model.picture().boxes()).noneMatch(Box::walked);
    }

    @Test
    void theArrowsWalkAlongTheBranches() {
        model.show(diagnosis("gateway/gateway-absent"), false);
        assertThat(walk(Direction.RIGHT, Direction.RIGHT, Direction.RIGHT, Direction.RIGHT, Direction.DOWN, Direction.DOWN, Direction.DOWN, Direction.RIGHT))
            .containsExactly("loopback-ipv4", "loopback-ipv6", "interface", "gateway", "gateway/way-out", "gateway/ipv4-way-out", "gateway/gateway-owned",
                "gateway/gateway-owned:no/other-gateway-alive");
        assertThat(walk(Direction.LEFT, Direction.LEFT, Direction.FIRST, Direction.LEFT))
            .containsExactly("gateway/gateway-owned", "gateway", "loopback-ipv4", "nothing there");
    }

    @Test
    void theLastKeyLeadsToTheFault() {
        model.show(diagnosis("gateway/gateway-absent"), false);
        walk(Direction.FIRST, Direction.LAST);
        assertThat(model.selected()).hasValueSatisfying(box -> assertThat(box.strong()).isTrue());
        assertThat(model.focus()).isEqualTo(model.selected());
    }

    /** Wherever one stands, some key leads on to everything else that is shown. */
    @Test
    void everyBoxIsReachedByTheArrows() {
        model.show(diagnosis("external/dns-unreachable"), false);
        model.openAll();
        List<String> shown = model.picture().boxes().stream().filter(box -> !box.kind().mini() && box.kind() != Box.Kind.FOLD).map(Box::id).toList();
        Neighbours neighbours = new Neighbours(model.outline(), model.picture());
        List<String> reached = new ArrayList<>(neighbours.first().stream().toList());
        for (int next = 0; next < reached.size(); next++) {
            for (Direction direction : List.of(Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT)) {
                neighbours.next(reached.get(next), direction).filter(id -> !reached.contains(id)).ifPresent(reached::add);
            }
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void stagesAndSidesOpenAndCloseAgain() {
        model.show(diagnosis("external/healthy-home"), false);
        int closed = model.picture().boxes().size();
        assertThat(model.toggle("gateway+")).isTrue();
        assertThat(model.box("gateway/something-comes-back:no")).isPresent();
        model.toggle("gateway/something-comes-back:no");
        assertThat(model.box("gateway/something-comes-back:no")).isEmpty();
        assertThat(model.box("gateway/something-comes-back:no-")).isPresent();
        model.toggle("gateway/something-comes-back:no-");
        model.toggle("gateway");
        assertThat(model.picture().boxes()).hasSize(closed);
    }

    @Test
    void aQuestionUnfoldsItsSides() {
        model.show(diagnosis("gateway/gateway-absent"), false);
        assertThat(model.toggle("gateway/way-out")).isTrue();
        assertThat(model.box("gateway/way-out:no/way-out-refused")).isPresent();
        assertThat(model.toggle("gateway/way-out")).isTrue();
        assertThat(model.box("gateway/way-out:no/way-out-refused")).isEmpty();
    }

    @Test
    void theSearchFindsWordsAndCodesAlsoWhereTheyAreFoldedAway() {
        model.show(diagnosis("gateway/gateway-absent"), false);
        assertThat(model.find("dns-slow")).hasSize(1);
        assertThat(model.find("router ping")).isNotEmpty();
        assertThat(model.find("no such words at all")).isEmpty();
        assertThat(model.find("  ")).isEmpty();
    }

    @Test
    void whatIsFoundIsOpenedWhereverItHides() {
        model.show(diagnosis("gateway/gateway-absent"), false);
        for (String query : List.of("dns-slow", "tls-failed", "route-competing", "loopback-lossy", "clock-wrong", "vpn-captured")) {
            for (String id : model.find(query)) {
                model.reveal(id);
                assertThat(model.selected()).as(id).isPresent();
                assertThat(at()).isEqualTo(id);
            }
        }
    }

    @Test
    void theTreeGrowsWithTheRun() {
        Diagnosis whole = diagnosis("gateway/gateway-absent");
        model.show(Partly.of(whole, 0), true);
        assertThat(model.focus()).hasValueSatisfying(box -> assertThat(box.state()).isEqualTo(State.ASKING));
        int before = 0;
        for (int steps = 1; steps <= 30; steps++) {
            model.show(Partly.of(whole, steps), true);
            int walked = (int) model.outline().places().filter(place -> place.walked() && place.ref() instanceof NodeRef.OfQuestion).count();
            assertThat(walked).isGreaterThanOrEqualTo(before);
            before = walked;
        }
        assertThat(before).isGreaterThan(20);
    }

    @Test
    void aQuestionOfALaterVersionIsShownAsItWasRecorded() {
        Diagnosis whole = diagnosis("gateway/gateway-absent");
        List<StageResult> stages = whole.stages().stream().map(stage -> stage.path().isEmpty() ? stage
            : new StageResult(stage.stage(), StageStatus.OK, stage.elapsed(), List.of(new StageResult.Step("asked-by-a-later-version",
                stage.path().getFirst().answer(), List.of())), Optional.empty())).toList();
        model.show(new Diagnosis(whole.verdict(), whole.findings(), stages), false);
        model.toggle("interface+");
        assertThat(model.picture().boxes()).anySatisfy(box -> assertThat(String.join(" ", box.lines())).isEqualTo("asked by a later version?"));
    }
}
