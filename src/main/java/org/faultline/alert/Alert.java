package org.faultline.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.Report;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Incident;

/**
 * A change as others get to hear it.
 *
 * @param event  {@code began}, {@code fault}, {@code recovered}, {@code seen-as}, {@code flapping}, {@code settled}, {@code undecided}, {@code decided},
 *               {@code clock} or {@code standstill}
 * @param status of the machine as a whole after it: {@code healthy}, {@code degraded}, {@code fault} or {@code undecided}; empty where it
 *               says nothing about that
 * @param code   of the root cause, as it was told first; {@code healthy} where there is none
 * @param text   one line for people
 * @param lasted of what is over
 * @param seenAs the code by which the same root cause shows itself lately, where that is another one
 */
public record Alert(String event, Instant at, String status, String code, String text, Optional<Instant> since, Optional<Duration> lasted,
                    Optional<String> insteadOf, Optional<String> seenAs, Optional<Report> report) {

    private static final String SCHEMA = "faultline-alert/1";

    /** @param text what it says to people */
    static Alert of(Change change, String text) {
        Builder alert = new Builder(change, text);
        return switch (change) {
            case Change.Began began -> alert.named("began", began.first().diagnosis().verdict().code());
            case Change.Came(_, Incident incident, Optional<Incident> before, _) -> alert.since(incident.since().wall())
                .insteadOf(before.map(Incident::fault)).named("fault", incident.fault().code());
            case Change.SeenAs(_, Incident incident, _, _) -> alert.since(incident.since().wall()).seenAs(incident).named("seen-as", incident.fault().code());
            case Change.Recovered recovered -> alert.since(recovered.incident().since().wall()).lasted(recovered.lasted()).seenAs(recovered.incident())
                .named("recovered", recovered.incident().fault().code());
            case Change.Flapping flapping -> alert.named("flapping", flapping.fault().code());
            case Change.Settled settled -> alert.since(settled.since().wall()).named("settled", settled.fault().code());
            case Change.LostSight _ -> alert.named("undecided", "undecided");
            case Change.SeesAgain sees -> alert.since(sees.lostAt().wall()).named("decided", "");
            case Change.ClockJumped _ -> alert.named("clock", "");
            case Change.StoodStill _ -> alert.named("standstill", "");
        };
    }

    /** Whether somebody is to be alarmed by it; otherwise it is only written down. */
    public boolean alarms() {
        return switch (event) {
            case "began", "seen-as", "clock", "standstill", "decided" -> false;
            default -> true;
        };
    }

    /** As one object of JSON. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("event", event);
        document.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        put(document, "status", status);
        put(document, "code", code);
        insteadOf.ifPresent(before -> document.put("insteadOf", before));
        seenAs.ifPresent(now -> document.put("seenAs", now));
        since.ifPresent(moment -> document.put("since", moment.truncatedTo(ChronoUnit.MILLIS).toString()));
        lasted.ifPresent(length -> document.put("lastedMs", length.toMillis()));
        document.put("text", text);
        report.map(seen -> seen.machine().get("hostname")).ifPresent(host -> document.put("hostname", host));
        return document;
    }

    private static void put(Map<String, Object> document, String key, String value) {
        if (!value.isEmpty()) {
            document.put(key, value);
        }
    }

    private static final class Builder {

        private final Change change;
        private final String text;
        private Optional<Instant> since = Optional.empty();
        private Optional<Duration> lasted = Optional.empty();
        private Optional<String> insteadOf = Optional.empty();
        private Optional<String> seenAs = Optional.empty();

        private Builder(Change change, String text) {
            this.change = change;
            this.text = text;
        }

        private Builder since(Instant moment) {
            since = Optional.of(moment);
            return this;
        }

        private Builder lasted(Duration length) {
            lasted = Optional.of(length);
            return this;
        }

        private Builder insteadOf(Optional<Fault> before) {
            insteadOf = before.map(Fault::code);
            return this;
        }

        private Builder seenAs(Incident incident) {
            seenAs = Optional.of(incident).filter(Incident::changedItsFace).map(seen -> seen.lately().fault().code());
            return this;
        }

        private Alert named(String event, String code) {
            String status = change.report().map(seen -> seen.diagnosis().verdict().status().id()).orElse("");
            return new Alert(event, change.at().wall(), status, code, text, since, lasted, insteadOf, seenAs, change.report());
        }
    }
}
