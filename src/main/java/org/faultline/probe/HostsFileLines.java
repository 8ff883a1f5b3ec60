package org.faultline.probe;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.host.NetworkState.Address;
import org.faultline.host.Reading;
import org.faultline.host.SystemFile;
import org.faultline.host.exchange.HostsFile;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** The hosts file: whether programs can read it, where it leads localhost, and which public names it leads elsewhere. */
final class HostsFileLines implements Probe {

    @Override
    public String name() {
        return "hosts-file";
    }

    @Override
    public Stage stage() {
        return Stage.LOOPBACK_IPV4;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            switch (situation.host().file(SystemFile.HOSTS)) {
                case Reading.Known<byte[]>(byte[] bytes, String method) -> record(HostsFile.parse(bytes), bytes, situation, recorder, method);
                case Reading.Unknown<byte[]> unknown -> unread(unknown, situation, recorder);
            }
        });
    }

    /** Every program must be able to read this file; that we may not is its fault and not a missing right of ours. */
    private static void unread(Reading.Unknown<byte[]> unknown, Situation situation, Recorder recorder) {
        Recorder.Measurement file = recorder.begin("hosts file");
        switch (unknown.cause()) {
            case NOT_PERMITTED, UNREADABLE -> file.failed(Cause.UNREADABLE, unknown.detail(), unknown.method());
            case MISSING -> {
                file.skipped(Cause.NOT_CONFIGURED, unknown.method());
                localhost(List.of(), situation, recorder, unknown.method());
            }
            default -> file.unknown(unknown);
        }
    }

    private static void record(HostsFile hosts, byte[] bytes, Situation situation, Recorder recorder, String method) {
        Recorder.Measurement file = recorder.begin("hosts file").value("lines", hosts.entries().size()).value("badLines", hosts.badLines());
        if (!hosts.readable() && !harmless(hosts, bytes)) {
            file.value("encoding", hosts.encoding().name()).failed(Cause.BAD_ENCODING, "", method);
            return;
        }
        file.passed(method);
        localhost(hosts.addressesOf(LocalhostName.NAME), situation, recorder, method);
        publicNames(hosts, situation, recorder.begin("public names"), method);
    }

    /** A mark at the start spoils the first line; nothing is lost if that is a comment or empty. */
    private static boolean harmless(HostsFile hosts, byte[] bytes) {
        return hosts.encoding() == HostsFile.Encoding.UTF8_BOM && (bytes.length <= 3 || "#\r\n".indexOf(bytes[3]) >= 0);
    }

    /** Windows and macOS answer for localhost without a line for it. */
    private static void localhost(List<InetAddress> addresses, Situation situation, Recorder recorder, String method) {
        Recorder.Measurement seen = recorder.begin(LocalhostName.NAME);
        if (addresses.isEmpty() && !situation.host().machine().os().equals("linux")) {
            seen.skipped(Cause.NOT_NEEDED, method);
        } else {
            LocalhostName.record(addresses, seen, method);
        }
    }

    private static void publicNames(HostsFile hosts, Situation situation, Recorder.Measurement seen, String method) {
        HostsOverrides overrides = overrides(situation);
        List<String> names = hosts.entries().stream().flatMap(entry -> overrides.overridden(entry.address(), entry.names())).distinct().toList();
        if (names.isEmpty()) {
            seen.passed(method);
        } else {
            seen.value("count", names.size()).value("names", names.subList(0, Math.min(names.size(), 10))).failed(Cause.OVERRIDDEN, "", method);
        }
    }

    private static HostsOverrides overrides(Situation situation) {
        Set<InetAddress> own = situation.state().value().stream().flatMap(state -> state.addresses().stream()).map(Address::address)
            .collect(Collectors.toSet());
        List<String> domains = situation.resolvers().value().stream().flatMap(resolvers -> resolvers.search().stream()).toList();
        Targets targets = situation.targets();
        Stream<URI> sites = Stream.concat(targets.https().stream(), targets.portal().map(Targets.Portal::url).stream());
        List<String> lookedUp = Stream.concat(targets.names().stream(), sites.map(URI::getHost).filter(Objects::nonNull)).toList();
        return new HostsOverrides(situation.host().machine().hostname(), own, domains, lookedUp);
    }
}
