package org.faultline.report;

/** Text for a reader that can show nothing but ASCII. */
final class Ascii {

    private Ascii() { }

    /** Each character that has a likeness becomes it; any other becomes a question mark. */
    static String of(String text) {
        if (text.chars().allMatch(character -> character < 128)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(character -> plain.append(likeness(character)));
        return plain.toString();
    }

    private static String likeness(int character) {
        return switch (character) {
            case '✔' -> "+";
            case '✘', '╳' -> "X";
            case '▲' -> "!";
            case 'ℹ' -> "i";
            case '○' -> "o";
            case '·', '•', '–' -> "-";
            case '│' -> "|";
            case '┆' -> ":";
            case '—' -> "--";
            case '…' -> "...";
            case '“', '”', '„' -> "\"";
            case '‘', '’' -> "'";
            case '→' -> "->";
            case '≈' -> "~";
            case '\u00a0' -> " ";
            case 'ä' -> "ae";
            case 'ö' -> "oe";
            case 'ü' -> "ue";
            case 'Ä' -> "Ae";
            case 'Ö' -> "Oe";
            case 'Ü' -> "Ue";
            case 'ß' -> "ss";
            default -> character < 128 ? Character.toString(character) : "?";
        };
    }
}
