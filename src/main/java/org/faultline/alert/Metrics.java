package org.faultline.alert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Diagnosis;
import org.faultline.model.StageResult;
import org.faultline.model.StageStatus;
import org.faultline.model.Truth;
import org.faultline.model.Verdict;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Listener;
import org.faultline.run.watch.Round;
import org.faultline.run.watch.Sign;

/**
 * What a watch has seen in numbers, in the text format of Prometheus (version 0.0.4): gauges of the last round and verdict, counters since the
 * watch began. Base units, named.
 */
public final class Metrics implements Listener {

    private static final String PREFIX = "faultline_watch_";

    private final Duration interval;
    private final Map<Round.Why, Long> rounds = new EnumMap<>(Round.Why.class);
    private final Map<String, Long> changes = new TreeMap<>();
    private final AtomicReference<String> page = new AtomicReference<>("");
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private double checkSeconds;

    public Metrics(Duration interval) {
        this.interval = interval;
    }

    @Override
    public void round(Round round) {
        rounds.merge(round.why(), 1L, Long::sum);
        round.report().ifPresent(report -> {
            diagnosis = Optional.of(report.diagnosis());
            checkSeconds = seconds(report.elapsed());
        });
        page.set(written(round));
    }

    @Override
    public void changed(Change change) {
        changes.merge(event(change), 1L, Long::sum);
    }

    private static String event(Change change) {
        return switch (change) {
            case Change.Began _ -> "began";
            case Change.Came _ -> "fault";
            case Change.SeenAs _ -> "seen-as";
            case Change.Recovered _ -> "recovered";
            case Change.Flapping _ -> "flapping";
            case Change.Settled _ -> "settled";
            case Change.LostSight _ -> "undecided";
            case Change.SeesAgain _ -> "decided";
            case Change.ClockJumped _ -> "clock";
            case Change.StoodStill _ -> "standstill";
        };
    }

    /** As of the last round; UTF-8, empty before the first. May be called from any thread. */
    public byte[] text() {
        return page.get().getBytes(StandardCharsets.UTF_8);
    }

    private String written(Round round) {
        StringBuilder text = new StringBuilder();
        family(text, "interval_seconds", "gauge", "From the start of one round to the next.", Stream.of(" " + seconds(interval)));
        family(text, "round_timestamp_seconds", "gauge", "When the last round began, since 1970.", Stream.of(" " + seconds(round.at().wall())));
        family(text, "round_duration_seconds", "gauge", "How long the last round took.", Stream.of(" " + seconds(round.took())));
        family(text, "rounds_total", "counter", "Rounds since the watch began: glances, and whole checks by their reason.",
            rounds.entrySet().stream().map(entry -> label("reason", entry.getKey().name().toLowerCase(Locale.ROOT)) + " " + entry.getValue()));
        family(text, "changes_total", "counter", "What the watch had to tell since it began.",
            changes.entrySet().stream().map(entry -> label("event", entry.getKey()) + " " + entry.getValue()));
        diagnosis.ifPresent(known -> verdict(text, known));
        family(text, "sign_good", "gauge", "Whether a sign of life came in the last round: 1 yes, 0 no. What could not be asked is left out.",
            round.signs().stream().filter(sign -> sign.good() != Truth.UNKNOWN)
                .map(sign -> labels(sign) + (sign.good() == Truth.YES ? " 1" : " 0")));
        family(text, "sign_round_trip_seconds", "gauge", "How long the answer took in the last round.",
            round.signs().stream().filter(sign -> sign.roundTrip().isPresent()).map(sign -> labels(sign) + " " + seconds(sign.roundTrip().get())));
        return text.toString();
    }

    private void verdict(StringBuilder text, Diagnosis known) {
        Verdict verdict = known.verdict();
        family(text, "verdict_status", "gauge", "The last verdict as a state set.", Stream.of(Verdict.Status.values())
            .map(status -> label("status", status.id()) + (status == verdict.status() ? " 1" : " 0")));
        family(text, "verdict_code", "gauge", "The code of the last verdict; always 1.", Stream.of(label("code", verdict.code()) + " 1"));
        family(text, "stage_status", "gauge", "How each stage came out in the last whole check, as a state set.", known.stages().stream()
            .flatMap(stage -> Stream.of(StageStatus.values()).map(status -> stage(stage, status))));
        family(text, "check_duration_seconds", "gauge", "How long the last whole check took.", Stream.of(" " + checkSeconds));
    }

    private static String stage(StageResult stage, StageStatus status) {
        return "{stage=\"" + stage.stage().id() + "\",status=\"" + status.id() + "\"}" + (stage.status() == status ? " 1" : " 0");
    }

    private static void family(StringBuilder text, String name, String type, String help, Stream<String> samples) {
        String lines = samples.map(sample -> PREFIX + name + sample.stripTrailing() + "\n").collect(Collectors.joining());
        if (!lines.isEmpty()) {
            text.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
            text.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n').append(lines);
        }
    }

    private static String labels(Sign sign) {
        return "{of=\"" + sign.what() + "\",target=\"" + escaped(sign.target()) + "\"}";
    }

    private static String label(String name, String value) {
        return "{" + name + "=\"" + escaped(value) + "\"}";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1e3;
    }
}
