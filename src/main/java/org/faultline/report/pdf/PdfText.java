package org.faultline.report.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strings as PDF has them. */
final class PdfText {

    private PdfText() { }

    /** In parentheses, for pages; bytes beyond ASCII as octal numbers. */
    static String literal(byte[] bytes) {
        StringBuilder text = new StringBuilder("(");
        for (byte code : bytes) {
            int unsigned = code & 0xff;
            if (unsigned == '(' || unsigned == ')' || unsigned == '\\') {
                text.append('\\').append((char) unsigned);
            } else if (unsigned < 32 || unsigned > 126) {
                text.append(String.format(Locale.ROOT, "\\%03o", unsigned));
            } else {
                text.append((char) unsigned);
            }
        }
        return text.append(')').toString();
    }

    /** For titles and alternatives: UTF-16 with its mark, in hexadecimal, so that all languages fit. */
    static String unicode(String text) {
        StringBuilder hex = new StringBuilder("<FEFF");
        for (byte code : text.getBytes(StandardCharsets.UTF_16BE)) {
            hex.append(String.format(Locale.ROOT, "%02X", code & 0xff));
        }
        return hex.append('>').toString();
    }
}
