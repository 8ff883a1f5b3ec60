package org.faultline.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PDF of ours with its streams unpacked, so that a person can read it and a golden file need not know how zlib packs. */
public record Pdf(String file) {

    public static Pdf of(byte[] bytes) {
        return new Pdf(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Every object as text, without the lengths and places that follow from packing. */
    public String unpacked() {
        StringBuilder text = new StringBuilder();
        Matcher xref = Pattern.compile("\nxref\n0 (\\d+)\n0000000000 65535 f \n((?:\\d{10} 00000 n \n)*)trailer\n").matcher(file);
        assertThat(xref.find()).isTrue();
        String[] starts = xref.group(2).split(" 00000 n \n");
        assertThat(starts).hasSize(Integer.parseInt(xref.group(1)) - 1);
        for (int number = 1; number <= starts.length; number++) {
            text.append(object(number, Integer.parseInt(starts[number - 1]))).append('\n');
        }
        return text.toString();
    }

    private String object(int number, int start) {
        String head = number + " 0 obj\n";
        assertThat(file.startsWith(head, start)).as("object %d stands where the table says", number).isTrue();
        int from = start + head.length();
        int end = file.indexOf("\nendobj\n", from);
        int streamStart = file.indexOf("\nstream\n", from, end);
        if (streamStart < 0) {
            return head + file.substring(from, end);
        }
        String entries = file.substring(from, streamStart);
        int length = Integer.parseInt(entries.replaceAll("(?s).*/Length (\\d+)>>", "$1"));
        String content = file.substring(streamStart + 8, streamStart + 8 + length);
        assertThat(file.startsWith("\nendstream\nendobj\n", streamStart + 8 + length)).as("stream %d is as long as it says", number).isTrue();
        return head + entries.replaceAll(" /Length \\d+", "") + "\n" + (entries.contains("/FlateDecode") ? inflated(content) : content);
    }

    private static String inflated(String content) {
        Inflater inflater = new Inflater();
        inflater.setInput(content.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder text = new StringBuilder();
        byte[] piece = new byte[8192];
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                assertThat(length + (inflater.finished() ? 1 : 0)).isPositive();
                text.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
        return text.toString();
    }
}
