package org.faultline.host.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes a run of netlink messages apart (netlink(7)). Pure; whatever is malformed ends the run, and what came before it
 * counts.
 */
final class NetlinkMessages {

    static final int HEADER = 16;
    static final int ERROR = 2;
    static final int DONE = 3;

    /** @param body after the header, in native byte order, position 0 */
    record Message(int type, int sequence, ByteBuffer body) {

        boolean ends() {
            return type == DONE || type == ERROR;
        }

        /** Minus the errno in an ERROR or DONE message; 0 in an acknowledgement and in an ordinary end. */
        int result() {
            return body.remaining() >= Integer.BYTES ? Math.min(body.getInt(0), 0) : 0;
        }
    }

    private NetlinkMessages() { }

    static List<Message> split(byte[] datagram) {
        ByteBuffer buffer = ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder());
        List<Message> messages = new ArrayList<>();
        int at = 0;
        while (buffer.limit() - at >= HEADER) {
            int length = buffer.getInt(at);
            if (length < HEADER || length > buffer.limit() - at) {
                break;
            }
            ByteBuffer body = buffer.slice(at + HEADER, length - HEADER).order(ByteOrder.nativeOrder());
            messages.add(new Message(buffer.getShort(at + 4) & 0xFFFF, buffer.getInt(at + 8), body));
            at += aligned(length);
        }
        return messages;
    }

    /** The values that a reader finds in the messages of one type. */
    static <T> List<T> read(byte[] dump, int type, Function<ByteBuffer, Optional<T>> reader) {
        return split(dump).stream().filter(message -> message.type() == type).map(Message::body).map(reader)
            .flatMap(Optional::stream).toList();
    }

    static int aligned(int length) {
        return (length + 3) & ~3;
    }
}
