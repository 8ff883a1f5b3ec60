package org.faultline.report.handover;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faultline.model.Report;
import org.faultline.report.handover.BadCode.Problem;

/** Writes and reads both codes. */
public final class HandoverCodec {

    private static final Pattern QR = Pattern.compile("FAULTLINE(\\d{1,3}):(.*)", Pattern.DOTALL);

    /** Ten times the longest code. */
    private static final int LONGEST = 4000;

    private final Numbers numbers = new Numbers();

    public String spoken(Report report) {
        return new SpokenCode(numbers).write(report);
    }

    public String qr(Report report) {
        return new QrText(numbers).write(report);
    }

    public static QrPicture picture(String qr) {
        return QrPicture.of(qr);
    }

    /** Of all answers, see {@link Handover#pathDigest}. */
    public static int digest(Report report) {
        return Common.digest(report);
    }

    /** @throws BadCode saying what is wrong, and where if that is known */
    public Handover read(String code) {
        if (code.length() > LONGEST) {
            throw new BadCode(Problem.NONSENSE);
        }
        Matcher qr = QR.matcher(code.toUpperCase(Locale.ROOT).replaceAll("\\s", ""));
        if (qr.matches()) {
            return qr(qr.group(1), Letters.plain(qr.group(2)));
        }
        String plain = Letters.plain(code);
        if (plain.isEmpty()) {
            throw new BadCode(Problem.EMPTY);
        }
        return new SpokenCode(numbers).read(plain);
    }

    private Handover qr(String format, String letters) {
        if (!format.equals("1")) {
            throw new BadCode(Problem.NEWER);
        }
        return new QrText(numbers).read(letters);
    }
}
