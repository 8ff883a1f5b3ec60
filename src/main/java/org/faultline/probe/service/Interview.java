package org.faultline.probe.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.faultline.host.ConversationReply;
import org.faultline.host.ConversationRequest;
import org.faultline.model.Cause;
import org.faultline.probe.Situation;

/**
 * Finds out what a service speaks, one connection after another: a server of one thread serves only one at a time. It ends with the
 * first words that are known, when nobody picks up, or when time is up.
 *
 * <ol>
 *   <li>what is expected, in clear or by TLS as expected, and briefly; listening, for those that greet; then the other of the two;
 *   <li>a web request, TLS, and then the other protocols;
 *   <li>what is expected once more, for all the time that is left.
 * </ol>
 *
 * <p>Who says something to a word of another protocol, and nothing to a proper one of its own, hangs: a web server whose application is
 * stuck still answers rubbish with "400".
 */
final class Interview {

    /** A service on this computer answers within a millisecond. */
    private static final Duration BRIEFLY = Duration.ofMillis(700);

    /** All that is left, 1 s at least: a page that is built on the first request, or a program that was swapped out. */
    private static final Duration PATIENTLY = Duration.ZERO;
    private static final Duration OTHER_OF_THE_TWO = Duration.ofMillis(500);

    /** Those that greet may look the caller's name up first. */
    private static final Duration GREETING = Duration.ofMillis(2_600);
    private static final Duration LISTENING = Duration.ofMillis(400);
    private static final Duration SHORTLY = Duration.ofMillis(250);
    private static final Duration WEB = Duration.ofMillis(700);
    private static final Duration GUESS = Duration.ofMillis(200);

    /** So many times nobody picked up: that is no moment of bad luck. */
    private static final int ENOUGH_SILENCE = 2;
    private static final long LONGEST_NANOS = 4_000_000_000L;

    private static final byte[] NOTHING = {};

    /** @param dialect whose opening is said; empty to listen */
    private record Attempt(Optional<Dialect> dialect, boolean secured, Duration patience) {
        boolean listens() {
            return dialect.map(Dialect::speaksFirst).orElse(true);
        }
    }

    /**
     * What was found out.
     *
     * @param dialect empty when nothing known was heard
     * @param words   what it says of itself, or the beginning of what was heard; not escaped
     * @param ended   NONE when something was heard; NOT_ACCEPTED when nobody picks up; NO_REPLY for silence; CLOSED_EARLY or RESET
     *                for a service that hangs up before anything was said to it
     * @param tried   how many connections it took
     */
    record Found(Optional<Dialect> dialect, String words, Cause ended, int tried, ConversationReply reply) { }

    private final Situation situation;
    private final InetSocketAddress address;
    private final ServiceTarget target;
    private final IntSupplier queued;
    private final long started = System.nanoTime();
    private final Set<Dialect> silentWhenAsked = EnumSet.noneOf(Dialect.class);
    private int tried;
    private int unanswered;
    private Optional<Cause> hungUp = Optional.empty();

    /** @param queued how many connections wait for the service to pick them up; negative when that cannot be known */
    Interview(Situation situation, InetAddress address, ServiceTarget target, IntSupplier queued) {
        this.situation = situation;
        this.address = new InetSocketAddress(address, target.port());
        this.target = target;
        this.queued = queued;
    }

    /** Empty when no connection came about. */
    Optional<Found> hold() {
        Optional<ConversationReply> last = Optional.empty();
        for (Attempt attempt : attempts()) {
            if (left() < Math.max(SHORTLY.toNanos(), attempt.patience().toNanos())) {
                continue;
            }
            ConversationReply reply = make(attempt);
            if (!reply.connected()) {
                return last.map(before -> notPickedUp() ? found(Cause.NOT_ACCEPTED, before) : unknown(before));
            }
            last = Optional.of(reply);
            tried++;
            Optional<Found> end = consider(attempt, reply);
            if (end.isPresent()) {
                return end;
            }
        }
        return last.map(this::unknown);
    }

    private ConversationReply make(Attempt attempt) {
        byte[] say = attempt.dialect().map(dialect -> target.opening(dialect, attempt.secured())).orElse(NOTHING);
        return situation.host().converse(new ConversationRequest(address, attempt.secured() ? Optional.of(target.host()) : Optional.empty(),
            situation.targets().trust(), say, Dialect.ENOUGH, attempt.patience().isZero() ? Duration.ofNanos(left()) : attempt.patience()));
    }

    private long left() {
        return LONGEST_NANOS - (System.nanoTime() - started);
    }

    private List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        target.expected().ifPresent(dialect -> {
            boolean secured = target.secured().orElse(false);
            if (dialect.speaksFirst()) {
                attempts.add(new Attempt(Optional.of(dialect), secured, GREETING));
            } else {
                attempts.add(new Attempt(Optional.of(dialect), secured, BRIEFLY));
                attempts.add(new Attempt(Optional.empty(), false, SHORTLY));
            }
            attempts.add(new Attempt(Optional.of(dialect), !secured, OTHER_OF_THE_TWO));
        });
        if (target.expected().isEmpty()) {
            attempts.add(new Attempt(Optional.empty(), false, LISTENING));
        }
        Stream.concat(Stream.of(Dialect.HTTP), Dialect.waiting().stream().filter(dialect -> dialect != Dialect.HTTP))
            .filter(dialect -> !target.expected().equals(Optional.of(dialect))).forEach(dialect -> {
                attempts.add(new Attempt(Optional.of(dialect), false, dialect == Dialect.HTTP && target.expected().isEmpty() ? WEB : GUESS));
                if (dialect == Dialect.HTTP && target.expected().isEmpty()) {
                    attempts.add(new Attempt(Optional.of(dialect), true, WEB));
                }
            });
        target.expected().filter(dialect -> !dialect.speaksFirst())
            .ifPresent(dialect -> attempts.add(new Attempt(Optional.of(dialect), target.secured().orElse(false), PATIENTLY)));
        return attempts;
    }

    /** @return what ends the interview */
    private Optional<Found> consider(Attempt attempt, ConversationReply reply) {
        Optional<Found> heard = understood(reply);
        if (heard.isPresent()) {
            return Optional.of(properly(encrypted(heard.get()).orElse(heard.get()), attempt, reply));
        }
        if (reply.secured()) {
            return Optional.of(new Found(Optional.empty(), text(reply.heard()), Cause.NONE, tried, reply));
        }
        if (reply.failure().cause() == Cause.NO_REPLY) {
            attempt.dialect().filter(_ -> !attempt.secured()).ifPresent(silentWhenAsked::add);
            unanswered++;
            return notPickedUp() && unanswered >= ENOUGH_SILENCE ? Optional.of(found(Cause.NOT_ACCEPTED, reply)) : Optional.empty();
        }
        boolean ended = reply.failure().cause() == Cause.CLOSED_EARLY || reply.failure().cause() == Cause.RESET;
        if (ended && attempt.listens() && !attempt.secured()) {
            hungUp = Optional.of(reply.failure().cause());
        }
        return Optional.empty();
    }

    /** A web server that is asked in clear on its encrypted port says "400"; TLS says more. */
    private Optional<Found> encrypted(Found heard) {
        boolean maybe = !heard.reply().secured() && heard.dialect().equals(Optional.of(Dialect.HTTP)) && heard.words().startsWith("400");
        if (!maybe || left() < SHORTLY.toNanos()) {
            return Optional.empty();
        }
        ConversationReply reply = make(new Attempt(heard.dialect(), true, PATIENTLY));
        tried++;
        return reply.secured() ? understood(reply).or(() -> Optional.of(new Found(Optional.empty(), text(reply.heard()), Cause.NONE, tried, reply)))
            : Optional.empty();
    }

    /** Known by its answer to something else: then it is asked properly once more, for as long as there is time. */
    private Found properly(Found heard, Attempt attempt, ConversationReply reply) {
        Optional<Dialect> dialect = heard.dialect().filter(silentWhenAsked::contains).filter(known -> !attempt.dialect().equals(Optional.of(known)));
        if (dialect.isEmpty()) {
            return heard;
        }
        ConversationReply again = make(new Attempt(dialect, false, left() < SHORTLY.toNanos() ? SHORTLY : PATIENTLY));
        tried++;
        return understood(again).orElseGet(() -> new Found(dialect, heard.words(), Cause.NO_REPLY, tried, reply));
    }

    /** The words of the protocol that is expected count first: some greet alike. */
    private Optional<Found> understood(ConversationReply reply) {
        return target.expected().filter(dialect -> dialect.recognise(reply.heard()).isPresent()).or(() -> Dialect.of(reply.heard()))
            .map(dialect -> new Found(Optional.of(dialect), dialect.recognise(reply.heard()).orElseThrow(), Cause.NONE, tried, reply));
    }

    /** All of ours still wait: the service does not take what the system took for it. */
    private boolean notPickedUp() {
        return unanswered > 0 && queued.getAsInt() >= unanswered;
    }

    private Found unknown(ConversationReply last) {
        return hungUp.map(cause -> found(cause, last)).orElseGet(() -> found(last.heard().length > 0 ? Cause.NONE : Cause.NO_REPLY, last));
    }

    private Found found(Cause cause, ConversationReply reply) {
        return new Found(Optional.empty(), text(reply.heard()), cause, tried, reply);
    }

    private static String text(byte[] heard) {
        return new String(heard, 0, Math.min(heard.length, 60), StandardCharsets.UTF_8);
    }
}
