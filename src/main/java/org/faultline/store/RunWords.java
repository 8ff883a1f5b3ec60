package org.faultline.store;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faultline.model.Fault;
import org.faultline.model.Verdict;
import org.faultline.report.Texts;
import org.faultline.report.Words;
import org.faultline.store.History.Entry;

/** A kept run in words, as far as the name of its file tells: no more than the code and the service, so that a list of hundreds opens none of them. */
public final class RunWords {

    private final Words words;
    private final Texts report;
    private final Texts history;

    public RunWords(Locale locale) {
        this.words = new Words(locale);
        this.report = new Texts("report", locale);
        this.history = new Texts("history", locale);
    }

    /** How it ended. */
    public String verdict(Entry entry) {
        return words.verdict(entry.status());
    }

    /** All of it in one line, with the code for whoever looks it up. */
    public String line(Entry entry) {
        String code = entry.code().equals(entry.status().id()) || entry.part().isPresent() ? "" : " (" + entry.code() + ")";
        String title = title(entry);
        return verdict(entry) + ": " + title + code + aboutUnlessSaid(entry, title).map(told -> ", " + told).orElse("");
    }

    private Optional<String> aboutUnlessSaid(Entry entry, String title) {
        return about(entry).filter(told -> !title.toLowerCase(Locale.ROOT).contains(told.toLowerCase(Locale.ROOT)));
    }

    /** What was found; a code of another version has no words here. */
    public String title(Entry entry) {
        return entry.part().map(part -> "part." + part + ".title").filter(report::has).map(report::get)
            .or(() -> Fault.of(entry.code()).map(fault -> words.title(fault, service(entry)))).or(() -> well(entry)).orElseGet(() -> words.title(entry.status()));
    }

    private static Map<String, String> service(Entry entry) {
        return entry.service().map(name -> Map.of("service", name)).orElse(Map.of());
    }

    /** What healthy means for a run that was none of the way outward. */
    private Optional<String> well(Entry entry) {
        return entry.status() != Verdict.Status.HEALTHY ? Optional.empty() : switch (entry.kind()) {
            case WAY -> Optional.empty();
            case SERVICE -> Optional.of(words.title(Fault.SERVICE_UP, service(entry)));
            case PORTS -> Optional.of(history.get("run.ports"));
        };
    }

    /** Of what it was, where the title does not say it; nothing of the way outward, which is the usual thing. */
    public Optional<String> about(Entry entry) {
        return switch (entry.kind()) {
            case WAY -> Optional.empty();
            case SERVICE -> entry.service().filter(name -> !title(entry).contains(name)).map(name -> history.get("run.about.service", name));
            case PORTS -> Optional.of(history.get("run.about.ports"));
        };
    }
}
