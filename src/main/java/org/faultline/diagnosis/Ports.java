package org.faultline.diagnosis;

import static org.faultline.diagnosis.Step.ask;
import static org.faultline.diagnosis.Step.note;
import static org.faultline.diagnosis.Step.tree;
import static org.faultline.model.Fault.PORT_BLOCKED;
import static org.faultline.model.Fault.PORT_EXPOSED;
import static org.faultline.model.Fault.PORT_GONE;
import static org.faultline.model.Fault.PORT_NEW;
import static org.faultline.model.Fault.PORT_UNLISTED;
import static org.faultline.model.Cause.EXPOSED;
import static org.faultline.model.Cause.MISSING;
import static org.faultline.model.Cause.UNLISTED;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is open on this computer: nothing here is a fault, and all of it is worth knowing. */
final class Ports {

    private static final int MOST_NAMED = 5;

    static final Node TREE = tree(
        ask("ports-listed", Ports::listed),
        ask("ports-kept-local", e -> named(e.by("listener").anyFailed(EXPOSED).not(), "names")).no(note(PORT_EXPOSED)),
        ask("ports-all-listed", e -> named(e.by("port-scan").anyFailed(UNLISTED).not(), "ports")).no(note(PORT_UNLISTED)),
        ask("ports-all-answer", e -> named(e.by("port-scan").anyFailed(MISSING).not(), "ports")).no(note(PORT_BLOCKED)),
        ask("ports-none-new", e -> changed(e, "new").not()).no(note(PORT_NEW)),
        ask("ports-none-gone", e -> changed(e, "gone").not()).no(note(PORT_GONE)));

    private Ports() { }

    /** A machine on which nothing listens has an empty table, which is an answer too. */
    private static Answer listed(Evidence e) {
        return e.by("listener").target("table").anyPassed();
    }

    private static Answer changed(Evidence e, String which) {
        return named(e.by("port-baseline").any(seen -> seen.text("change").filter(which::equals).isPresent()), "names");
    }

    /** Facts {@code ports}, the first of what was found, and the {@code port} of the very first. */
    private static Answer named(Answer answer, String list) {
        List<String> names = answer.because().stream().flatMap(seen -> seen.list(list).stream()).map(Object::toString).distinct().toList();
        String more = names.size() > MOST_NAMED ? " …" : "";
        Optional<String> port = names.stream().map(name -> name.replaceFirst("^.*?([0-9]+)\\)?$", "$1")).findFirst();
        return Facts.with(Facts.with(answer, "port", port), "ports", Optional.of(names.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more)
            .filter(text -> !text.isEmpty()));
    }
}
