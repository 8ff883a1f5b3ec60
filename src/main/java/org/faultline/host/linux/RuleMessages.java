package org.faultline.host.linux;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.Rule;
import org.faultline.host.Prefix;

/** Reads RTM_NEWRULE ({@code linux/fib_rules.h}, ip-rule(8)). Pure. */
final class RuleMessages {

    static final int NEW_RULE = 32;
    static final int GET_RULE = 34;

    /** {@code struct fib_rule_hdr}. */
    static final int FIXED = 12;

    private static final int FRA_DST = 1;
    private static final int FRA_SRC = 2;
    private static final int FRA_IIFNAME = 3;
    private static final int FRA_PRIORITY = 6;
    private static final int FRA_FWMARK = 10;
    private static final int FRA_SUPPRESS_PREFIXLEN = 14;
    private static final int FRA_TABLE = 15;
    private static final int FRA_FWMASK = 16;
    private static final int FRA_OIFNAME = 17;
    private static final int FRA_L3MDEV = 19;
    private static final int FRA_UID_RANGE = 20;
    private static final int FRA_IP_PROTO = 22;
    private static final int FRA_SPORT_RANGE = 23;
    private static final int FRA_DPORT_RANGE = 24;
    private static final int TO_TABLE = 1;
    private static final int INVERTED = 2;
    private static final long NO_SUPPRESSION = 0xFFFFFFFFL;
    private static final long WHOLE_MASK = 0xFFFFFFFFL;

    private RuleMessages() { }

    static List<Rule> rules(byte[] dump) {
        return NetlinkMessages.read(dump, NEW_RULE, RuleMessages::rule);
    }

    private static Optional<Rule> rule(ByteBuffer message) {
        int family = message.remaining() < FIXED ? 0 : message.get(0) & 0xFF;
        if (family != Sockaddr.AF_INET && family != Sockaddr.AF_INET6) {
            return Optional.empty();
        }
        Attributes attributes = Attributes.after(message, FIXED);
        int action = message.get(7) & 0xFF;
        int table = action == TO_TABLE ? (int) attributes.u32(FRA_TABLE, message.get(4) & 0xFF) : 0;
        return Optional.of(new Rule(family == Sockaddr.AF_INET ? 4 : 6, attributes.u32(FRA_PRIORITY, 0), action(action), table,
            prefix(attributes, FRA_SRC, family, message.get(2) & 0xFF),
            prefix(attributes, FRA_DST, family, message.get(1) & 0xFF),
            limitedTo(message, attributes)));
    }

    private static Optional<Prefix> prefix(Attributes attributes, int type, int family, int length) {
        return attributes.address(type, family, 0).filter(address -> length <= address.getAddress().length * 8)
            .map(address -> Prefix.of(address, length));
    }

    private static String action(int action) {
        return switch (action) {
            case TO_TABLE -> "lookup";
            case 2 -> "goto";
            case 3 -> "nop";
            case 6 -> "blackhole";
            case 7 -> "unreachable";
            case 8 -> "prohibit";
            default -> "unspec";
        };
    }

    /** In iproute2's words and order. */
    private static String limitedTo(ByteBuffer message, Attributes attributes) {
        List<String> words = new ArrayList<>();
        if ((message.getInt(8) & INVERTED) != 0) {
            words.add("not");
        }
        if (message.get(3) != 0) {
            words.add("tos 0x" + Integer.toHexString(message.get(3) & 0xFF));
        }
        if (attributes.u32(FRA_FWMARK, 0) != 0 || attributes.u32(FRA_FWMASK, 0) != 0) {
            words.add("fwmark " + mark(attributes));
        }
        named(words, attributes, "iif ", FRA_IIFNAME);
        named(words, attributes, "oif ", FRA_OIFNAME);
        if (attributes.u8(FRA_L3MDEV, 0) != 0) {
            words.add("l3mdev");
        }
        attributes.get(FRA_UID_RANGE).filter(range -> range.remaining() >= 8).ifPresent(range ->
            words.add("uidrange " + Integer.toUnsignedString(range.getInt(0)) + "-" + Integer.toUnsignedString(range.getInt(4))));
        if (attributes.u8(FRA_IP_PROTO, 0) != 0) {
            words.add("ipproto " + attributes.u8(FRA_IP_PROTO, 0));
        }
        ports(words, attributes, "sport ", FRA_SPORT_RANGE);
        ports(words, attributes, "dport ", FRA_DPORT_RANGE);
        if (attributes.u32(FRA_SUPPRESS_PREFIXLEN, NO_SUPPRESSION) != NO_SUPPRESSION) {
            words.add("suppress_prefixlength " + attributes.u32(FRA_SUPPRESS_PREFIXLEN, 0));
        }
        return String.join(" ", words);
    }

    private static String mark(Attributes attributes) {
        long mask = attributes.u32(FRA_FWMASK, WHOLE_MASK);
        String mark = "0x" + Long.toHexString(attributes.u32(FRA_FWMARK, 0));
        return mask == WHOLE_MASK ? mark : mark + "/0x" + Long.toHexString(mask);
    }

    private static void named(List<String> words, Attributes attributes, String word, int type) {
        if (!attributes.text(type).isEmpty()) {
            words.add(word + attributes.text(type));
        }
    }

    private static void ports(List<String> words, Attributes attributes, String word, int type) {
        attributes.get(type).filter(range -> range.remaining() >= 4).ifPresent(range -> {
            int first = range.getShort(0) & 0xFFFF;
            int last = range.getShort(2) & 0xFFFF;
            words.add(word + (first == last ? "" + first : first + "-" + last));
        });
    }
}
