package org.faultline.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.model.Observation;
import org.faultline.model.Report;

/**
 * One listener as people read it; several addresses of one program on one port stay several rows.
 *
 * @param listens transport, address and port
 * @param reach   who can reach it by its address alone
 * @param program its name and number, or that the owner is not visible to this user
 * @param usually what usually listens on that port; may be empty
 * @param exposed it is open to others though it is usually local
 * @param fresh   the list to compare with does not have it
 */
public record PortRow(String listens, String family, String reach, String program, String user, String usually, boolean exposed, boolean fresh,
                      Observation seen) {

    public static List<PortRow> of(Report report, Texts texts) {
        Set<String> fresh = report.observations().stream().filter(seen -> seen.probe().equals("port-baseline") && seen.text("change").filter("new"::equals).isPresent())
            .flatMap(seen -> seen.list("names").stream()).map(Object::toString).collect(Collectors.toSet());
        return report.observations().stream().filter(PortRow::isListener).map(seen -> of(seen, fresh.contains(seen.target()), texts)).toList();
    }

    /** The table was read, and nobody stands in it. */
    static boolean nobody(Report report) {
        return report.observations().stream().noneMatch(PortRow::isListener)
            && report.observations().stream().anyMatch(seen -> seen.probe().equals("listener") && seen.passed());
    }

    static boolean isListener(Observation seen) {
        return seen.probe().equals("listener") && seen.text("transport").isPresent();
    }

    private static PortRow of(Observation seen, boolean fresh, Texts texts) {
        String number = seen.text("pid").map(pid -> " (" + pid + ")").orElse("");
        String program = seen.text("program").filter(name -> !name.isEmpty()).map(name -> name + number).orElse(texts.get("owner.hidden"));
        return new PortRow(seen.target(), worded("family.", seen.text("family").orElse("ipv4"), texts), worded("reach.", seen.text("reach").orElse("everywhere"), texts),
            program, seen.text("user").orElse(""), seen.text("usually").orElse(""), seen.failed(), fresh, seen);
    }

    /** A report from elsewhere may hold a word that this version does not know; it is shown as it is. */
    private static String worded(String kind, String value, Texts texts) {
        return texts.has(kind + value) ? texts.get(kind + value) : value;
    }

    /** How to bind to loopback what stands open and usually does not, one sentence each; empty where nothing does. */
    public static List<String> advice(Report report, Texts texts) {
        return report.observations().stream().filter(PortRow::isListener).filter(Observation::failed).map(seen -> advice(seen, texts)).distinct().toList();
    }

    private static String advice(Observation seen, Texts texts) {
        String product = seen.text("product").orElse("");
        String program = seen.text("program").filter(name -> !name.isEmpty()).orElse(texts.get("local.something"));
        String usually = seen.text("usually").orElse("");
        String how = texts.get(texts.has("bind." + product) ? "bind." + product : "bind.other");
        return texts.get("local.open", program, seen.text("port").orElse(""), usually) + " " + (isNamedLike(program, product) ? how : texts.get("local.if", usually, how));
    }

    /** Another program may have taken the port: {@code redis-server} is Redis, {@code postgres} PostgreSQL, and {@code python3} may be anything. */
    private static boolean isNamedLike(String program, String product) {
        String name = program.toLowerCase(Locale.ROOT);
        return name.contains(product) || !name.isEmpty() && product.startsWith(name);
    }
}
