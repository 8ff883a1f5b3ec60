package org.faultline.probe;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.faultline.host.Prefix;

/**
 * Which lines of a hosts file send public names elsewhere. A line does so unless
 * <ol>
 *   <li>it leads nowhere or home ({@code 0.0.0.0}, {@code 127.0.0.1}, {@code ::}): that is how advertisements are blocked;
 *   <li>its name is no public one: a single word, or under an ending that is reserved for private use;
 *   <li>its address or its name is this machine's own, as installers write it;
 *   <li>its name lies in this network's own domains;
 *   <li>its address is a private one: people pin servers of their own network, under whatever names they have. Only for a name that
 *       this check itself looks up is that address as wrong as any other.
 * </ol>
 *
 * @param ownName    the machine's host name
 * @param own        the machine's addresses
 * @param ownDomains suffixes that this network completes short names with
 * @param lookedUp   names that this check looks up
 */
record HostsOverrides(String ownName, Set<InetAddress> own, List<String> ownDomains, List<String> lookedUp) {

    /** RFC 6761, 6762, 8375 and 9476, ICANN's internal, and endings that companies and routers use without asking. */
    private static final Set<String> PRIVATE_ENDINGS = Set.of("local", "localhost", "localdomain", "test", "invalid", "alt",
        "internal", "intranet", "private", "corp", "home", "lan", "arpa", "box", "vm", "docker", "k8s");

    private static final List<Prefix> PRIVATE_RANGES = List.of(
        Prefix.of(InetAddress.ofLiteral("100.64.0.0"), 10), Prefix.of(InetAddress.ofLiteral("fc00::"), 7));

    /** The names among these that the line with this address overrides. */
    Stream<String> overridden(InetAddress address, Collection<String> names) {
        boolean nowhere = address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isMulticastAddress();
        return nowhere || own.contains(address) ? Stream.empty()
            : names.stream().map(name -> name.toLowerCase(Locale.ROOT)).filter(name -> isPublic(name) && !isOurs(name))
                .filter(name -> !isPrivate(address) || lookedUp.stream().anyMatch(known -> isIn(name, known)));
    }

    /** RFC 1918, RFC 4193, RFC 6598 and link-local. */
    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || PRIVATE_RANGES.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isIn(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }

    private static boolean isPublic(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && !PRIVATE_ENDINGS.contains(name.substring(dot + 1));
    }

    private boolean isOurs(String name) {
        String machine = ownName.toLowerCase(Locale.ROOT);
        return name.equals(machine) || name.startsWith(machine.replaceFirst("\\..*", "") + ".")
            || ownDomains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).anyMatch(domain -> isIn(name, domain));
    }
}
