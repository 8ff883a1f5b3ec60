package org.faultline.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;

/** Four of the fourteen fonts that every reader of PDF has. */
public enum PdfFont {
    SANS("Helvetica", "helvetica"), SANS_BOLD("Helvetica-Bold", "helveticaBold"), MONO("Courier", ""), MONO_BOLD("Courier-Bold", "");

    private static final int FIRST = 32;
    private static final int MONO_WIDTH = 600;

    private final String baseName;
    private final int[] widths;

    PdfFont(String baseName, String key) {
        this.baseName = baseName;
        this.widths = key.isEmpty() ? filled() : Arrays.stream(read(key).strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
    }

    private static int[] filled() {
        int[] same = new int[256 - FIRST];
        Arrays.fill(same, MONO_WIDTH);
        return same;
    }

    private static String read(String key) {
        Properties widths = new Properties();
        try (InputStream bytes = PdfFont.class.getResourceAsStream("widths.properties")) {
            widths.load(new InputStreamReader(bytes, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read widths.properties", e);
        }
        return widths.getProperty(key);
    }

    String baseName() {
        return baseName;
    }

    /** As pages call it. */
    String resource() {
        return "F" + (ordinal() + 1);
    }

    /** How wide this character is, in points; one that the font does not have is as wide as what stands for it. */
    public double width(char character, double size) {
        return character >= FIRST && character < 127 ? widths[character - FIRST] * size / 1000 : width(Character.toString(character), size);
    }

    /** How wide this text is, in points. */
    public double width(String text, double size) {
        long thousandths = 0;
        for (byte code : WinAnsi.bytes(text)) {
            int at = (code & 0xff) - FIRST;
            thousandths += at >= 0 ? widths[at] : 0;
        }
        return thousandths * size / 1000;
    }
}
