package org.faultline.host.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faultline.host.Counters;
import org.faultline.host.Reading;
import org.faultline.model.Cause;

/**
 * The kernel's counters from {@code /proc/net}: snmp, netstat, snmp6 and dev. The parsers are pure and pass over what they do
 * not know.
 */
record MibCounters(Path root) {

    private static final String METHOD = "/proc/net/snmp";
    private static final int MOST = 1 << 20;
    private static final int LONGEST_NUMBER = 18;
    private static final List<String> DEVICE_COLUMNS = List.of("RxBytes", "RxPackets", "RxErrors", "RxDropped", "RxFifo",
        "RxFrame",
        "RxCompressed", "RxMulticast", "TxBytes", "TxPackets", "TxErrors", "TxDropped", "TxFifo", "TxCollisions", "TxCarrier",
        "TxCompressed");

    Reading<Counters> read() {
        Map<String, Long> values = new HashMap<>();
        values.putAll(paired(text("snmp")));
        boolean readable = !values.isEmpty();
        values.putAll(paired(text("netstat")));
        values.putAll(named(text("snmp6")));
        values.putAll(devices(text("dev")));
        return readable ? Reading.known(new Counters(values), METHOD) : Reading.unknown(Cause.UNREADABLE, "", METHOD);
    }

    /**
     * A line of names and then a line of values, both starting with the group: {@code Ip: Forwarding DefaultTTL}, {@code Ip: 1
     * 64}.
     */
    static Map<String, Long> paired(String text) {
        Map<String, Long> values = new HashMap<>();
        List<String[]> lines = text.lines().map(line -> line.split(" +")).toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] names = lines.get(i);
            String[] numbers = lines.get(i + 1);
            for (int column = 1; names[0].equals(numbers[0]) && column < Math.min(names.length, numbers.length); column++) {
                String name = names[0].replace(":", ".") + names[column];
                number(numbers[column]).ifPresent(value -> values.put(name, value));
            }
        }
        return values;
    }

    /** A name and a value on each line. */
    static Map<String, Long> named(String text) {
        Map<String, Long> values = new HashMap<>();
        text.lines().map(line -> line.strip().split("\\s+")).filter(words -> words.length == 2)
            .forEach(words -> number(words[1]).ifPresent(value -> values.put(words[0], value)));
        return values;
    }

    /** {@code /proc/net/dev} as {@code Dev.eth0.RxPackets}. */
    static Map<String, Long> devices(String text) {
        Map<String, Long> values = new HashMap<>();
        text.lines().filter(line -> line.contains(":")).forEach(line -> {
            int colon = line.lastIndexOf(':');
            String[] numbers = line.substring(colon + 1).strip().split("\\s+");
            for (int column = 0; column < Math.min(numbers.length, DEVICE_COLUMNS.size()); column++) {
                String name = "Dev." + line.substring(0, colon).strip() + "." + DEVICE_COLUMNS.get(column);
                number(numbers[column]).ifPresent(value -> values.put(name, value));
            }
        });
        return values;
    }

    /** Also negative, as {@code Tcp.MaxConn} is; at most 18 digits, which no counter of packets reaches. */
    private static Optional<Long> number(String digits) {
        int sign = digits.startsWith("-") ? 1 : 0;
        boolean number = digits.length() > sign && digits.length() <= LONGEST_NUMBER + sign
            && digits.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private String text(String file) {
        try (InputStream stream = Files.newInputStream(root.resolve("proc/net").resolve(file))) {
            return new String(stream.readNBytes(MOST), StandardCharsets.US_ASCII);
        } catch (IOException _) {
            return "";
        }
    }
}
