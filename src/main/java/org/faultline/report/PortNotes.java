package org.faultline.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Observation;
import org.faultline.model.Report;

/** What belongs below a list of ports: whether all ports were tried as well, and what is gone since the list was saved. */
public record PortNotes(List<Note> notes) {

    public PortNotes {
        notes = List.copyOf(notes);
    }

    /** @param odd worth a look: something is otherwise than the list, or the saved one, says */
    public record Note(boolean odd, String sentence) { }

    /** @param texts those of the ports */
    public static PortNotes of(Report report, Texts texts) {
        return new PortNotes(Stream.concat(scans(report, texts), saved(report, texts).stream()).toList());
    }

    /** One sentence for all addresses of which the same is to be said; the scans end in any order, and IPv4 is told first. */
    private static Stream<Note> scans(Report report, Texts texts) {
        Map<String, List<String>> addresses = seen(report, "port-scan").filter(seen -> !seen.target().contains(" "))
            .sorted(Comparator.comparing(seen -> seen.target().contains(":")))
            .collect(Collectors.groupingBy(seen -> outcome(seen, report), LinkedHashMap::new, Collectors.mapping(seen -> Shown.address(seen.target()), Collectors.toList())));
        return addresses.entrySet().stream().map(each -> new Note(each.getKey().equals("scan.differs"), texts.get(each.getKey(), String.join(", ", each.getValue()))));
    }

    private static String outcome(Observation whole, Report report) {
        List<Observation> compared = seen(report, "port-scan").filter(seen -> seen.target().startsWith(whole.target() + " ")).toList();
        if (!whole.passed()) {
            return "scan.unended";
        }
        return compared.stream().anyMatch(Observation::failed) ? "scan.differs" : !compared.isEmpty() && compared.stream().allMatch(Observation::passed) ? "scan.agrees" : "scan.alone";
    }

    /** What is new stands in the list itself. */
    private static Optional<Note> saved(Report report, Texts texts) {
        List<Observation> compared = seen(report, "port-baseline").filter(Observation::passed).toList();
        List<String> gone = compared.stream().filter(seen -> seen.text("change").filter("gone"::equals).isPresent())
            .flatMap(seen -> seen.list("names").stream()).map(Object::toString).toList();
        if (!gone.isEmpty()) {
            return Optional.of(new Note(true, texts.get("saved.gone", String.join(", ", gone))));
        }
        return Optional.of(new Note(false, texts.get("saved.same")))
            .filter(_ -> !compared.isEmpty() && compared.stream().noneMatch(seen -> seen.text("change").isPresent()));
    }

    private static Stream<Observation> seen(Report report, String probe) {
        return report.observations().stream().filter(seen -> seen.probe().equals(probe));
    }
}
