package org.faultline.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faultline.model.Observation;
import org.faultline.model.Report;

/** What a run tells of the service it asked for, in a form in which two runs of it can be compared. */
record ServiceFacts(Report report) {

    /** {@code 220} of SMTP and FTP (RFC 5321, 4.2), {@code * OK} of IMAP (RFC 3501, 7.1), {@code +OK} of POP3 (RFC 1939, 3). */
    private static final Pattern STATUS = Pattern.compile("(\\d{3}|\\* [A-Z]+|[+-][A-Z]+)\\b.*");

    private Stream<Observation> seen(String probe) {
        return report.observations().stream().filter(seen -> seen.probe().equals(probe));
    }

    /** On the port, at whatever address. */
    private Stream<Observation> listening() {
        return seen("service-listener").filter(seen -> seen.target().startsWith("port "));
    }

    /** Whether the table of those who listen was read. */
    boolean looked() {
        return listening().anyMatch(seen -> seen.passed() || seen.failed());
    }

    /** Whether the program was to be seen wherever somebody listens; it may take more rights than this run had. */
    boolean namesPrograms() {
        return listening().allMatch(seen -> seen.list("listens").isEmpty() || seen.text("program").isPresent());
    }

    /** Where the name leads. */
    Stream<String> addresses() {
        return seen("service-target").filter(seen -> !seen.target().equals("hosts file")).flatMap(seen -> shown(seen.list("addresses")));
    }

    Stream<String> listeners(boolean withPrograms) {
        return listening().flatMap(seen -> {
            String program = seen.text("program").filter(_ -> withPrograms).map(name -> " (" + name + ")").orElse("");
            return shown(seen.list("listens")).map(address -> address + program);
        });
    }

    private static Stream<String> shown(List<?> addresses) {
        return addresses.stream().map(address -> Shown.address(address.toString()));
    }

    /** What it says first, without what may be another in every greeting. */
    Stream<String> speech() {
        return seen("service-speech").flatMap(seen -> seen.text("protocol").stream()
            .map(protocol -> protocol + lasting(protocol, seen.text("words").orElse("")).map(words -> " " + words).orElse("")));
    }

    /** A mail server's greeting has a clock in it, POP3's a number (RFC 1939, 7), and nobody knows what an unknown server's has. */
    private static Optional<String> lasting(String protocol, String words) {
        return switch (protocol) {
            case "SMTP", "FTP", "IMAP", "POP3" -> Optional.of(STATUS.matcher(words)).filter(Matcher::matches).map(status -> status.group(1));
            case "unknown" -> Optional.empty();
            default -> Optional.of(words).filter(told -> !told.isEmpty());
        };
    }
}
