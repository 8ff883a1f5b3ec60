package org.faultline.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The numbered objects of a file, and the table that says where each begins (ISO 32000-1, 7.5). */
final class PdfFile {

    private final List<byte[]> objects = new ArrayList<>();

    /** A number for an object that is {@linkplain #put put} there later. */
    int reserve() {
        objects.add(new byte[0]);
        return objects.size();
    }

    void put(int number, String object) {
        objects.set(number - 1, object.getBytes(StandardCharsets.ISO_8859_1));
    }

    int add(String object) {
        int number = reserve();
        put(number, object);
        return number;
    }

    /** A compressed stream. */
    int stream(String entries, byte[] content) {
        return plainStream(entries + " /Filter /FlateDecode", deflated(content));
    }

    int plainStream(String entries, byte[] content) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(ascii("<<" + entries.strip() + " /Length " + content.length + ">>\nstream\n"));
        object.writeBytes(content);
        object.writeBytes(ascii("\nendstream"));
        objects.add(object.toByteArray());
        return objects.size();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
            stream.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    byte[] bytes(int catalog, int info) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        // Four bytes beyond ASCII tell programs that copy files that this one is not text.
        file.writeBytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
        List<Integer> starts = new ArrayList<>();
        for (byte[] object : objects) {
            starts.add(file.size());
            file.writeBytes(ascii(starts.size() + " 0 obj\n"));
            file.writeBytes(object);
            file.writeBytes(ascii("\nendobj\n"));
        }
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        starts.forEach(start -> end.append(String.format(Locale.ROOT, "%010d 00000 n \n", start)));
        String id = "<" + hash(file.toByteArray()) + ">";
        end.append("trailer\n<</Size ").append(objects.size() + 1).append(" /Root ").append(catalog).append(" 0 R /Info ").append(info)
            .append(" 0 R /ID [").append(id).append(id).append("]>>\nstartxref\n").append(table).append("\n%%EOF\n");
        file.writeBytes(ascii(end.toString()));
        return file.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
