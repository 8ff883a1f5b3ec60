package org.faultline.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A document with a little damage: bytes changed, cut, doubled, or pieces of JSON put in. */
public final class Mutation {

    private static final List<String> PIECES = List.of("null", "{", "}", "[", "]", "\"", ",", ":", "-1", "1e999999999", "true", "\\ud800",
        "[[[[[[[[[[", "\u0000", "\u001b[2J", "\\u0000", "99999999999999999999", "\"\"", "0.0000000000000000001", "{\"a\":{\"a\":1}}", "\u202e");

    private Mutation() { }

    public static byte[] of(byte[] document, Random random) {
        byte[] mutated = document;
        for (int times = 1 + random.nextInt(3); times > 0 && mutated.length > 0; times--) {
            mutated = once(mutated, random);
        }
        return mutated;
    }

    private static byte[] once(byte[] document, Random random) {
        int at = random.nextInt(document.length);
        int length = Math.min(random.nextInt(40), document.length - at);
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] changed = document.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> Arrays.copyOf(document, at);
            case 2 -> join(document, 0, at, "", at + length);
            case 3 -> join(document, 0, at + length, "", at);
            case 4 -> join(document, 0, at, PIECES.get(random.nextInt(PIECES.size())), at);
            default -> replaceValue(document, at, PIECES.get(random.nextInt(PIECES.size())));
        };
    }

    /** What stands between the next colon and the next comma becomes something else. */
    private static byte[] replaceValue(byte[] document, int from, String piece) {
        int colon = next(document, ':', from);
        return join(document, 0, colon, piece, next(document, ',', colon));
    }

    private static int next(byte[] document, char wanted, int from) {
        for (int at = from; at < document.length; at++) {
            if (document[at] == wanted) {
                return at + (wanted == ':' ? 1 : 0);
            }
        }
        return document.length;
    }

    private static byte[] join(byte[] document, int from, int to, String piece, int rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(document, from, to - from);
        joined.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
        joined.write(document, rest, document.length - rest);
        return joined.toByteArray();
    }
}
