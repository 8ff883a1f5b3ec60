package org.faultline.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.Report;
import org.faultline.report.ShownTime;
import org.faultline.report.Telling;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.run.watch.Change;
import org.faultline.run.watch.Incident;
import org.faultline.store.NotWritten;

/** What changes say to people: {@code gateway-absent recovered after 4 min 2 s, it stood since 12:00:03}. */
public final class AlertWords {

    private final Texts texts;
    private final Words words;
    private final Locale locale;
    private final ShownTime time;

    public AlertWords(Locale locale, ZoneId zone) {
        this.texts = new Texts("watch", locale);
        this.words = new Words(locale);
        this.locale = locale;
        this.time = new ShownTime(zone, locale);
    }

    public Alert alert(Change change) {
        return Alert.of(change, line(change, Told.WITH_CODES));
    }

    /** The same line for whoever knows no codes: it begins with the fault's own words. */
    public String shown(Change change) {
        return line(change, Told.IN_WORDS);
    }

    /** Two sets of words; what has no code has the same ones in both. */
    private enum Told {
        WITH_CODES("told."), IN_WORDS("shown.");

        private final String prefix;

        Told(String prefix) {
            this.prefix = prefix;
        }

        private String key(String change) {
            return prefix + change;
        }
    }

    private String line(Change change, Told told) {
        return switch (change) {
            case Change.Began(_, Report first) -> texts.get(told.key("began"), first.diagnosis().verdict().code(), Telling.of(first, locale).title());
            case Change.Came(_, Incident incident, Optional<Incident> before, _) -> before
                .map(gone -> texts.get(told.key("came.instead"), title(incident), code(incident), code(gone), title(gone)))
                .orElseGet(() -> texts.get(told.key("came"), title(incident), code(incident)));
            case Change.SeenAs(_, Incident incident, _, _) ->
                texts.get(told.key("seen.as"), title(incident), lately(incident), code(incident), time(incident.since().wall()));
            case Change.Recovered recovered -> recovered(recovered, told);
            case Change.Flapping(_, Fault fault, int changes, Duration within, _) ->
                texts.get(told.key("flapping"), title(fault), fault.code(), changes, length(within));
            case Change.Settled(_, Fault fault, boolean present, var since, int changes) ->
                texts.get(told.key(present ? "settled.present" : "settled.gone"), title(fault), fault.code(), time(since.wall()), changes);
            case Change.LostSight(_, Report seen) -> texts.get("told.undecided", Telling.of(seen, locale).title());
            case Change.SeesAgain(var at, var lost) -> texts.get("told.decided", length(at.since(lost)));
            case Change.ClockJumped(_, Duration by) -> texts.get(by.isNegative() ? "told.clock.back" : "told.clock.forward", length(by.abs()));
            case Change.StoodStill(_, Duration length) -> texts.get("told.standstill", length(length));
        };
    }

    private String recovered(Change.Recovered recovered, Told told) {
        Incident incident = recovered.incident();
        boolean seenAs = told == Told.WITH_CODES && incident.changedItsFace();
        return texts.get(told.key(seenAs ? "recovered.seen.as" : "recovered"), title(incident), code(incident),
            time(incident.since().wall()), length(recovered.lasted()), lately(incident));
    }

    /** As it shows itself now. */
    private String title(Incident incident) {
        return words.title(incident.lately().fault(), incident.lately().facts());
    }

    private static String lately(Incident incident) {
        return incident.lately().fault().code();
    }

    private String title(Fault fault) {
        return words.title(fault, Map.of());
    }

    private static String code(Incident incident) {
        return incident.fault().code();
    }

    /** Why a watch did not begin. */
    public String notOpened(Trouble why) {
        return texts.get("alert.not.opened", trouble(why));
    }

    /** In one line. */
    public String trouble(Trouble trouble) {
        return texts.get(trouble.kind().key(), trouble.values().stream().map(this::named).toArray());
    }

    private Object named(Object value) {
        return switch (value) {
            case Trouble below -> trouble(below);
            case Trouble.Way way -> texts.get("way." + way.id());
            case NotWritten file -> file.sentence(locale);
            default -> value;
        };
    }

    public String time(Instant moment) {
        return time.clock(moment);
    }

    /** In the two largest units that fit: {@code 4 min 2 s}, {@code 3 h 20 min}, {@code 0.4 s}. */
    public String length(Duration length) {
        if (length.toSeconds() < 1) {
            return texts.get("length.ms", length.toMillis());
        }
        if (length.toMinutes() < 1) {
            return texts.get("length.s", length.toSeconds());
        }
        if (length.toHours() < 1) {
            return texts.get("length.min", length.toMinutes(), length.toSecondsPart());
        }
        return length.toDays() < 1 ? texts.get("length.h", length.toHours(), length.toMinutesPart())
            : texts.get("length.d", length.toDays(), length.toHoursPart());
    }
}
