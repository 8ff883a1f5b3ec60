package org.faultline.host.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/** What we say to ourselves: a random number that nobody else can know, and the number of the round. */
record SelfToken(long secret) {

    static final int SIZE = Long.BYTES + Integer.BYTES;

    static SelfToken random() {
        return new SelfToken(new SecureRandom().nextLong());
    }

    byte[] bytes(int round) {
        return ByteBuffer.allocate(SIZE).putLong(secret).putInt(round).array();
    }

    MemorySegment write(Arena arena, int round) {
        MemorySegment segment = arena.allocate(SIZE);
        segment.copyFrom(MemorySegment.ofArray(bytes(round)));
        return segment;
    }

    /** The round that these bytes belong to; nothing if they are not ours. */
    Optional<Integer> round(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length == SIZE && buffer.getLong(0) == secret ? Optional.of(buffer.getInt(Long.BYTES)) : Optional.empty();
    }
}
