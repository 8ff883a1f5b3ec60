package org.faultline.model;

import static org.faultline.model.Severity.FAULT;
import static org.faultline.model.Severity.INFO;
import static org.faultline.model.Severity.NOT_MEASURED;
import static org.faultline.model.Severity.WARNING;
import static org.faultline.model.Stage.EXTERNAL;
import static org.faultline.model.Stage.GATEWAY;
import static org.faultline.model.Stage.INTERFACE;
import static org.faultline.model.Stage.LOOPBACK_IPV4;
import static org.faultline.model.Stage.LOOPBACK_IPV6;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that a check can find, each with the stage it belongs to and how grave it is.
 * A code is stable, untranslated, and never reused for another meaning; its words are in the resource bundle.
 */
public enum Fault {
    // loopback-ipv4
    LOOPBACK_DOWN(LOOPBACK_IPV4, FAULT),
    LOOPBACK_ADDRESS_MISSING(LOOPBACK_IPV4, FAULT),
    LOOPBACK_ROUTE_HIJACKED(LOOPBACK_IPV4, FAULT),
    LOOPBACK_RANGE_BROKEN(LOOPBACK_IPV4, WARNING),
    LOOPBACK_BLOCKED(LOOPBACK_IPV4, FAULT),
    LOOPBACK_REDIRECTED(LOOPBACK_IPV4, FAULT),
    LOOPBACK_ICMP_FILTERED(LOOPBACK_IPV4, INFO),
    LOOPBACK_LOSSY(LOOPBACK_IPV4, FAULT),
    HOST_OVERLOADED(LOOPBACK_IPV4, WARNING),
    STACK_BROKEN(LOOPBACK_IPV4, FAULT),
    LOCALHOST_MISSING(LOOPBACK_IPV4, WARNING),
    LOCALHOST_WRONG(LOOPBACK_IPV4, FAULT),
    LOCALHOST_EXTRA(LOOPBACK_IPV4, WARNING),
    HOSTS_FILE_UNREADABLE(LOOPBACK_IPV4, WARNING),
    HOSTS_FILE_OVERRIDES(LOOPBACK_IPV4, WARNING),
    NAME_ORDER_BROKEN(LOOPBACK_IPV4, WARNING),
    PORTS_EXHAUSTED(LOOPBACK_IPV4, FAULT),
    DESCRIPTORS_EXHAUSTED(LOOPBACK_IPV4, NOT_MEASURED),

    // loopback-ipv6
    IPV6_DISABLED(LOOPBACK_IPV6, INFO),
    LOOPBACK6_DISABLED(LOOPBACK_IPV6, WARNING),
    LOOPBACK6_ADDRESS_MISSING(LOOPBACK_IPV6, WARNING),
    LOOPBACK6_ROUTE_HIJACKED(LOOPBACK_IPV6, WARNING),
    LOOPBACK6_BLOCKED(LOOPBACK_IPV6, WARNING),
    LOOPBACK_MTU_TOO_SMALL(LOOPBACK_IPV6, WARNING),
    IPV6_NOT_MEASURABLE(LOOPBACK_IPV6, NOT_MEASURED),

    // interface
    ADAPTER_MISSING(INTERFACE, FAULT),
    ADAPTER_DISABLED(INTERFACE, FAULT),
    RADIO_OFF(INTERFACE, FAULT),
    NO_CARRIER(INTERFACE, FAULT),
    WIFI_NOT_ASSOCIATED(INTERFACE, FAULT),
    WIFI_WEAK(INTERFACE, WARNING),
    LINK_FLAPPING(INTERFACE, WARNING),
    LINK_ERRORS(INTERFACE, WARNING),
    ADDRESS_MISSING(INTERFACE, FAULT),
    DHCP_FAILED(INTERFACE, FAULT),
    ADDRESS_DUPLICATE(INTERFACE, FAULT),
    NETMASK_WRONG(INTERFACE, FAULT),
    ADDRESS_FOREIGN(INTERFACE, FAULT),
    ANSWERS_FILTERED(INTERFACE, FAULT),

    // gateway
    ROUTE_MISSING(GATEWAY, FAULT),
    GATEWAY_ABSENT(GATEWAY, FAULT),
    GATEWAY_UNRESPONSIVE(GATEWAY, FAULT),
    GATEWAY_SILENT(GATEWAY, INFO),
    GATEWAY_LOSSY(GATEWAY, WARNING),
    GATEWAY_SLOW(GATEWAY, WARNING),
    GATEWAY_IMPOSTOR(GATEWAY, FAULT),
    ROUTE_COMPETING(GATEWAY, FAULT),
    VPN_CAPTURED(GATEWAY, FAULT),
    FIREWALL_BLOCKS_OUTPUT(GATEWAY, FAULT),

    // external
    UPSTREAM_UNREACHABLE(EXTERNAL, FAULT),
    UPSTREAM_SILENT(EXTERNAL, FAULT),
    UPSTREAM_FILTERED(EXTERNAL, FAULT),
    UPSTREAM_LOOP(EXTERNAL, FAULT),
    PATH_LOSSY(EXTERNAL, WARNING),
    PATH_SLOW(EXTERNAL, WARNING),
    PATH_MTU_BLACK_HOLE(EXTERNAL, FAULT),
    IPV6_BROKEN(EXTERNAL, WARNING),
    IPV4_BROKEN(EXTERNAL, WARNING),
    ICMP_FILTERED(EXTERNAL, INFO),
    TARGET_DOWN(EXTERNAL, INFO),
    DNS_NOT_CONFIGURED(EXTERNAL, FAULT),
    DNS_UNREACHABLE(EXTERNAL, FAULT),
    DNS_PORT_CLOSED(EXTERNAL, FAULT),
    DNS_STUB_DOWN(EXTERNAL, FAULT),
    DNS_SERVER_FAILURE(EXTERNAL, FAULT),
    DNS_REFUSED(EXTERNAL, FAULT),
    DNS_WRONG_ANSWERS(EXTERNAL, FAULT),
    DNS_HIJACKED(EXTERNAL, WARNING),
    DNS_SLOW(EXTERNAL, WARNING),
    DNS_SERVER_DEAD(EXTERNAL, WARNING),
    DNS_UDP_BLOCKED(EXTERNAL, FAULT),
    DNS_TCP_BLOCKED(EXTERNAL, WARNING),
    CAPTIVE_PORTAL(EXTERNAL, FAULT),
    HTTP_BLOCKED(EXTERNAL, WARNING),
    HTTPS_BLOCKED(EXTERNAL, FAULT),
    TLS_INTERCEPTED(EXTERNAL, WARNING),
    TLS_FAILED(EXTERNAL, FAULT),
    CERTIFICATE_INVALID(EXTERNAL, WARNING),
    CLOCK_WRONG(EXTERNAL, FAULT),
    PROXY_UNREACHABLE(EXTERNAL, FAULT),
    PROXY_AUTH_REQUIRED(EXTERNAL, WARNING),
    PROXY_REQUIRED(EXTERNAL, FAULT),
    FLOWS_REFUSED(EXTERNAL, FAULT),

    // any stage: could not be measured
    ICMP_NOT_PERMITTED(NOT_MEASURED),
    FIREWALL_NOT_READABLE(NOT_MEASURED),
    TOOL_MISSING(NOT_MEASURED),
    PROBE_TIMED_OUT(NOT_MEASURED),
    PROBE_CRASHED(NOT_MEASURED),
    CANCELLED(NOT_MEASURED);

    private final Optional<Stage> stage;
    private final Severity severity;

    Fault(Stage stage, Severity severity) {
        this.stage = Optional.of(stage);
        this.severity = severity;
    }

    /** One that may be met at any stage. */
    Fault(Severity severity) {
        this.stage = Optional.empty();
        this.severity = severity;
    }

    /** The stable kebab-case code, such as {@code gateway-absent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage it belongs to; empty where it may be met at any. */
    public Optional<Stage> stage() {
        return stage;
    }

    public Severity severity() {
        return severity;
    }

    /** The fault with this {@link #code()}, or nothing. */
    public static Optional<Fault> of(String code) {
        return Arrays.stream(values()).filter(fault -> fault.code().equals(code)).findFirst();
    }
}
