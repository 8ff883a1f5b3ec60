package org.faultline.fake;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.IcmpError;
import org.faultline.model.Cause;

/**
 * How one thing answers, in the words of a scenario file:
 * {@code ok 0.3} (milliseconds) · an errno such as {@code EPERM} · a cause such as {@code no-reply} · {@code silent} (the same) ·
 * {@code icmp 3/13 from 10.0.0.1} · anything else is left to the caller as {@link #word}.
 */
record Behaviour(List<String> words) {

    static Behaviour of(String text) {
        return new Behaviour(List.of(text.trim().split("\\s+")));
    }

    String word() {
        return words.getFirst();
    }

    /** Everything after the first word. */
    String rest() {
        return String.join(" ", words.subList(1, words.size()));
    }

    /** The number that stands behind a word, as in {@code ok 12} or {@code answer 192.0.2.1 in 12}. */
    double numberAfter(String word, double otherwise) {
        int at = words.indexOf(word);
        boolean number = at >= 0 && at + 1 < words.size() && words.get(at + 1).matches("[0-9.]+");
        return number ? Double.parseDouble(words.get(at + 1)) : otherwise;
    }

    Duration millisAfter(String word, double otherwise) {
        return Duration.ofNanos((long) (numberAfter(word, otherwise) * 1e6));
    }

    Failure failure() {
        if (word().equals("silent")) {
            return Failure.NO_REPLY;
        }
        if (word().equals("icmp")) {
            return icmp();
        }
        Optional<Errno> errno = Arrays.stream(Errno.values()).filter(value -> value.name().equals(word())).findFirst();
        return errno.map(Failure::of).orElseGet(() -> Failure.of(Cause.of(word()).orElse(Cause.NONE)));
    }

    boolean isFailure() {
        return !failure().none();
    }

    private Failure icmp() {
        String[] kind = words.get(1).split("/");
        InetAddress from = World.address(words.get(words.indexOf("from") + 1));
        int type = Integer.parseInt(kind[0]);
        int code = Integer.parseInt(kind[1]);
        boolean ipv4 = from.getAddress().length == 4;
        return new Failure(icmpCause(ipv4, type, code), icmpErrno(ipv4, type, code),
            Optional.of(new IcmpError(from, type, code, (int) numberAfter("mtu", 0))));
    }

    private static Cause icmpCause(boolean ipv4, int type, int code) {
        return switch ((ipv4 ? "4 " : "6 ") + type + "/" + code) {
            case "4 3/0", "6 1/0" -> Cause.NET_UNREACHABLE;
            case "4 3/3", "6 1/4" -> Cause.PORT_UNREACHABLE;
            case "4 3/4", "6 2/0" -> Cause.TOO_BIG;
            case "4 3/9", "4 3/10", "4 3/13", "6 1/1", "6 1/5", "6 1/6" -> Cause.PROHIBITED;
            case "4 11/0", "6 3/0" -> Cause.TIME_EXCEEDED;
            default -> Cause.HOST_UNREACHABLE;
        };
    }

    private static Errno icmpErrno(boolean ipv4, int type, int code) {
        return switch (icmpCause(ipv4, type, code)) {
            case NET_UNREACHABLE -> Errno.ENETUNREACH;
            case PORT_UNREACHABLE -> Errno.ECONNREFUSED;
            case TOO_BIG -> Errno.EMSGSIZE;
            case PROHIBITED -> ipv4 ? Errno.EHOSTUNREACH : Errno.EACCES;
            default -> Errno.EHOSTUNREACH;
        };
    }

    @Override
    public String toString() {
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }
}
