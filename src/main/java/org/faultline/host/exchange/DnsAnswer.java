package org.faultline.host.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.faultline.host.Failure;
import org.faultline.model.Cause;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * A datagram read as the answer to our question (RFC 1035, 4.1).
 *
 * @param ours    whether it is for us to judge, and not somebody else's or a late packet
 * @param failure what is wrong with it; {@link Failure#NONE} for any well-formed answer to our question
 */
record DnsAnswer(boolean ours, Failure failure, String rcode, List<InetAddress> addresses) {

    /** Aliases followed inside one answer; BIND stops at 16 as well. */
    private static final int MAX_ALIASES = 16;
    private static final int HEADER_BYTES = 12;

    /**
     * @param id       of the question, 16 bits
     * @param question name, type and class asked
     */
    static DnsAnswer read(byte[] bytes, int id, Record question) {
        boolean ourId = bytes.length >= 2 && ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) == id;
        if (bytes.length < HEADER_BYTES) {
            return wrong(ourId, Cause.MALFORMED);
        }
        if (!ourId || (bytes[2] & 0x80) == 0) {
            return wrong(false, Cause.WRONG_ANSWER);
        }
        Message message;
        try {
            message = new Message(bytes);
        } catch (IOException | RuntimeException _) {
            return wrong(true, Cause.MALFORMED);
        }
        return answers(message, question) ? judged(message, question) : wrong(false, Cause.WRONG_ANSWER);
    }

    private static DnsAnswer wrong(boolean ours, Cause cause) {
        return new DnsAnswer(ours, Failure.of(cause), "", List.of());
    }

    /** Servers that refuse or fail may leave the question out. */
    private static boolean answers(Message message, Record question) {
        Record echoed = message.getQuestion();
        if (echoed == null) {
            return message.getHeader().getRcode() != Rcode.NOERROR && message.getHeader().getRcode() != Rcode.NXDOMAIN;
        }
        return echoed.getName().equals(question.getName()) && echoed.getType() == question.getType()
            && echoed.getDClass() == question.getDClass();
    }

    private static DnsAnswer judged(Message message, Record question) {
        Failure failure = message.getHeader().getFlag(Flags.TC) ? Failure.of(Cause.TRUNCATED) : Failure.NONE;
        return new DnsAnswer(true, failure, Rcode.string(message.getHeader().getRcode()),
            addresses(message.getSection(Section.ANSWER), question));
    }

    private static List<InetAddress> addresses(List<Record> answer, Record question) {
        Name wanted = question.getName();
        for (int alias = 0; alias <= MAX_ALIASES; alias++) {
            List<InetAddress> found = addressesOf(answer, wanted, question.getType());
            Name next = aliasOf(answer, wanted);
            if (!found.isEmpty() || next.equals(wanted)) {
                return found;
            }
            wanted = next;
        }
        return List.of();
    }

    private static List<InetAddress> addressesOf(List<Record> answer, Name owner, int type) {
        List<InetAddress> found = new ArrayList<>();
        for (Record entry : answer) {
            if (entry.getType() == type && entry.getName().equals(owner)) {
                switch (entry) {
                    case ARecord a -> found.add(a.getAddress());
                    case AAAARecord aaaa -> found.add(aaaa.getAddress());
                    default -> { }
                }
            }
        }
        return List.copyOf(found);
    }

    /** The name itself when it is no alias. */
    private static Name aliasOf(List<Record> answer, Name owner) {
        for (Record entry : answer) {
            if (entry instanceof CNAMERecord alias && entry.getName().equals(owner)) {
                return alias.getTarget();
            }
        }
        return owner;
    }
}
