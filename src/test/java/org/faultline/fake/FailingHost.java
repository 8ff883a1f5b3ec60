package org.faultline.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.faultline.host.BindReply;
import org.faultline.host.ConnectReply;
import org.faultline.host.ConversationReply;
import org.faultline.host.DnsReply;
import org.faultline.host.EchoReply;
import org.faultline.host.Errno;
import org.faultline.host.Failure;
import org.faultline.host.Host;
import org.faultline.host.HttpReply;
import org.faultline.host.Reading;
import org.faultline.host.SelfReply;
import org.faultline.host.TlsReply;
import org.faultline.host.TraceReply;

/** A host one of whose calls fails with an errno, as the kernel could make it fail; everything else works. */
public final class FailingHost {

    private static final String METHOD = "injected";

    private FailingHost() { }

    /** @param which which calls of that name fail, counted from 0 */
    public static Host of(Host host, String call, Errno errno, IntPredicate which) {
        AtomicInteger calls = new AtomicInteger();
        return (Host) Proxy.newProxyInstance(Host.class.getClassLoader(), new Class<?>[] {Host.class}, (_, method, arguments) -> {
            if (method.getName().equals(call) && which.test(calls.getAndIncrement())) {
                return failure(method.getReturnType(), errno);
            }
            try {
                return method.invoke(host, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static Object failure(Class<?> type, Errno errno) {
        Failure failure = Failure.of(errno);
        if (type == Reading.class) {
            return Reading.unknown(errno.usualCause(), errno.name(), METHOD);
        } else if (type == SelfReply.class) {
            return new SelfReply(SelfReply.Step.CONNECT, failure, List.of(), 0, METHOD);
        } else if (type == EchoReply.class) {
            return new EchoReply(failure, 0, 0, Optional.empty(), List.of(), List.of(), 0, METHOD);
        } else if (type == TraceReply.class) {
            return new TraceReply(failure, List.of(), false, METHOD);
        } else if (type == ConnectReply.class) {
            return new ConnectReply(failure, Duration.ZERO, METHOD);
        } else if (type == DnsReply.class) {
            return new DnsReply(failure, "", List.of(), Duration.ZERO, METHOD);
        } else if (type == HttpReply.class) {
            return new HttpReply(failure, 0, "", Optional.empty(), "", 0, Duration.ZERO, METHOD);
        } else if (type == TlsReply.class) {
            return new TlsReply(failure, TlsReply.Step.CONNECT, "", "", Optional.empty(), Duration.ZERO, METHOD);
        }
        if (type == ConversationReply.class) {
            return new ConversationReply(failure, false, false, new byte[0], Optional.empty(), Failure.NONE, Duration.ZERO, METHOD);
        } else if (type == BindReply.class) {
            return new BindReply(failure, METHOD);
        }
        throw new IllegalArgumentException(type + " cannot be made to fail");
    }
}
