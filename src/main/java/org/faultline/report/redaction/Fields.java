package org.faultline.report.redaction;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.ChangedFact.Topic;

/**
 * The allow list: what stands in which field of a report. The text of a field that is not on it is replaced as a whole, so that a
 * new field can leak nothing before somebody has said here what it holds.
 */
enum Fields {
    /** A word of the program's own: {@code ethernet}, {@code ECONNREFUSED}, {@code gateway-echo}. */
    WORD("os", "kind", "type", "state", "operState", "duplex", "role", "flow", "step", "errno", "rcode", "encoding", "protocol", "alert",
        "sources", "notBefore", "notAfter", "change", "reach", "trust", "speech", "transport", "family", "reason", "scope", "manager", "security", "band", "phase",
        "answer", "mode", "who", "what", "expected", "version", "objection", "scheme"),
    /** Words among which private ones may stand; what no rule knows stays. */
    TEXT("osVersion", "address", "addresses", "prefix", "destination", "gateway", "servers", "resolver", "resolvers", "icmpFrom",
        "foreign", "hops", "mac", "macs", "gatewayMac", "rules", "configuredBy", "claimedBy", "value", "limit", "other", "program", "source", "via",
        "local", "remote", "bind", "bound", "url", "subject", "issuer", "detail", "text", "ticket", "about", "listeners", "hosts",
        "hostsFile", "digest", "process", "command", "peer", "answers", "path", "port", "ports", "owner", "listens", "product", "usually"),
    /** The name or address of a host, or of something on this computer. */
    NAME("proxies", "proxy", "name", "names", "target", "site", "leadsTo", "belongsTo", "between", "host", "badLines", "service"),
    /** How something was measured: the program's own words, or the path of a system file. */
    METHOD("method"),
    INTERFACE("interface", "interfaces", "tunnel", "link", "adapter"),
    SSID("ssid", "bssidName", "network"),
    HOST("hostname"),
    USER("user", "username", "account"),
    DOMAIN("search", "domain", "suffix"),
    /** Not on the list. */
    WHOLE;

    private static final Map<String, Fields> BY_NAME = Stream.of(values())
        .flatMap(kind -> Stream.of(kind.names).map(name -> Map.entry(name, kind))).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String[] names;

    Fields(String... names) {
        this.names = names;
    }

    /** Of a fact that changed: as the field is that it was read from. What a service says first is whole there, too. */
    static Fields of(Topic topic) {
        return switch (topic) {
            case PROXY -> NAME;
            case SEARCH -> DOMAIN;
            case SERVICE_SPEECH -> WHOLE;
            case INTERFACE, ADDRESS, GATEWAY, GATEWAY_MAC, ROUTE, RESOLVER, WIRELESS, HOSTS_FILE, LISTENER, LOOPBACK, SERVICE_NAME, SERVICE_LISTENER -> TEXT;
        };
    }

    static Fields of(String name) {
        return BY_NAME.getOrDefault(name, WHOLE);
    }
}
