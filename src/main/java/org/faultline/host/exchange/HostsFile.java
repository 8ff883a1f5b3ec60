package org.faultline.host.exchange;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hosts file as programs read it (hosts(5)), which is not always as an editor shows it.
 *
 * @param entries  lines with an address and at least one name
 * @param badLines numbers of lines that are neither that nor empty, at most 100
 */
public record HostsFile(Encoding encoding, List<Entry> entries, List<Integer> badLines) {

    private static final int MOST_BAD_LINES = 100;

    /** {@code UTF16} and {@code NUL_BYTES}: programs see nothing, or rubbish. {@code UTF8_BOM}: they lose the first line. */
    public enum Encoding { PLAIN, UTF8_BOM, UTF16, NUL_BYTES }

    /** @param line from 1; {@code names} as written, the first is the canonical one */
    public record Entry(int line, InetAddress address, List<String> names) { }

    public HostsFile {
        entries = List.copyOf(entries);
        badLines = List.copyOf(badLines);
    }

    /** Never fails; of more than 1 MiB the rest is ignored. */
    public static HostsFile parse(byte[] bytes) {
        Encoding encoding = encoding(bytes);
        List<Entry> entries = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        if (encoding != Encoding.UTF16) {
            int number = 0;
            for (String line : Lines.of(new String(bytes, StandardCharsets.ISO_8859_1), '#')) {
                number++;
                List<String> words = Lines.words(line);
                Optional<InetAddress> address = words.stream().findFirst().flatMap(Literals::address);
                if (address.isPresent() && words.size() > 1) {
                    entries.add(new Entry(number, address.get(), words.subList(1, words.size())));
                } else if (!words.isEmpty() && bad.size() < MOST_BAD_LINES) {
                    bad.add(number);
                }
            }
        }
        return new HostsFile(encoding, entries, bad);
    }

    /** Whether programs can read it as what it is meant to be. */
    public boolean readable() {
        return encoding == Encoding.PLAIN;
    }

    /** In the order of the file; names compare without case. */
    public List<InetAddress> addressesOf(String name) {
        return entries.stream().filter(entry -> entry.names().stream().anyMatch(name::equalsIgnoreCase)).map(Entry::address)
            .toList();
    }

    /** UTF-16 by its mark, or by a NUL beside each of the first letters; other NUL bytes are damage. */
    private static Encoding encoding(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return Encoding.UTF16;
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return Encoding.UTF8_BOM;
        }
        int nul = 0;
        while (nul < bytes.length && bytes[nul] != 0) {
            nul++;
        }
        return nul == bytes.length ? Encoding.PLAIN : nul < 2 ? Encoding.UTF16 : Encoding.NUL_BYTES;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
