package org.faultline.lab.server;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One DNS question as it came (RFC 1035, 4.1) and the ways to answer it. */
public record Query(byte[] bytes, String name, int type, int end) {
    public static final int A = 1;
    public static final int AAAA = 28;
    public static final int OK = 0;
    public static final int SERVFAIL = 2;
    public static final int NXDOMAIN = 3;
    public static final int REFUSED = 5;

    private static final int HEADER = 12;
    private static final int ANSWER_RECURSIVE = 0x8180;
    private static final int TRUNCATED = 0x0200;
    private static final int TTL_SECONDS = 60;
    private static final int NAME_OF_THE_QUESTION = 0xc000 | HEADER;

    /** Reads the first question; throws {@link IllegalArgumentException} for anything that is not a query. */
    public static Query of(byte[] bytes) {
        if (bytes.length < HEADER + 5) {
            throw new IllegalArgumentException("no query: " + bytes.length + " bytes");
        }
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (at < bytes.length && bytes[at] > 0) {
            name.append(name.isEmpty() ? "" : ".").append(new String(bytes, at + 1, bytes[at], StandardCharsets.ISO_8859_1));
            at += bytes[at] + 1;
        }
        int type = ByteBuffer.wrap(bytes, at + 1, 2).getShort() & 0xffff;
        return new Query(bytes, name.toString().toLowerCase(Locale.ROOT), type, at + 5);
    }

    public boolean wantsAddress() {
        return type == A || type == AAAA;
    }

    /** An answer without records. */
    public byte[] code(int rcode) {
        return message(ANSWER_RECURSIVE | rcode, 0, new byte[0]);
    }

    /** The addresses of the family that was asked for. */
    public byte[] addresses(List<InetAddress> addresses) {
        int bytesWanted = type == A ? 4 : 16;
        List<InetAddress> fitting = wantsAddress()
            ? addresses.stream().filter(address -> address.getAddress().length == bytesWanted).toList() : List.of();
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        fitting.forEach(address -> records.writeBytes(record(address.getAddress())));
        return message(ANSWER_RECURSIVE, fitting.size(), records.toByteArray());
    }

    /** The same answer marked as cut off (TC), so that the asker has to come again by TCP. */
    public static byte[] truncated(byte[] answer) {
        byte[] cut = answer.clone();
        cut[2] |= (byte) (TRUNCATED >> 8);
        return cut;
    }

    /** An answer whose record name is a compression pointer to itself. */
    public byte[] pointerLoop() {
        int self = 0xc000 | end;
        byte[] record = ByteBuffer.allocate(16).putShort((short) self).putShort((short) type).putShort((short) 1)
            .putInt(TTL_SECONDS).putShort((short) 4).putInt(0x0a000001).array();
        return message(ANSWER_RECURSIVE, 1, record);
    }

    private byte[] record(byte[] address) {
        return ByteBuffer.allocate(12 + address.length).putShort((short) NAME_OF_THE_QUESTION).putShort((short) type)
            .putShort((short) 1).putInt(TTL_SECONDS).putShort((short) address.length).put(address).array();
    }

    private byte[] message(int flags, int answers, byte[] records) {
        byte[] question = Arrays.copyOfRange(bytes, HEADER, Math.min(end, bytes.length));
        return ByteBuffer.allocate(HEADER + question.length + records.length)
            .put(bytes, 0, 2).putShort((short) flags).putShort((short) 1).putShort((short) answers).putInt(0)
            .put(question).put(records).array();
    }
}
