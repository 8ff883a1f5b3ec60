package org.faultline.host.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.faultline.host.NetworkState.Ipv6Support;
import org.faultline.host.NetworkState.Kind;
import org.faultline.host.NetworkState.Link;
import org.faultline.host.NetworkState.Wifi;
import org.faultline.host.linux.LinkMessages.RawLink;

/**
 * What {@code /sys} and {@code /proc} add to rtnetlink: duplex, speed, wireless, radio switches, IPv6 settings.
 * A file that is missing or cannot be read leaves its fact unknown.
 *
 * @param root {@code /}, or a copy of such a tree
 */
record Sysfs(Path root) {

    /** @param wireless the text of {@code /proc/net/wireless} */
    Link describe(RawLink link, List<RawLink> all, String wireless) {
        Path directory = root.resolve("sys/class/net").resolve(link.name());
        String uevent = text(directory.resolve("uevent"));
        boolean ours = uevent.isEmpty() || uevent.lines().anyMatch(("IFINDEX=" + link.index())::equals);
        Kind kind = LinkKinds.of(link, ours ? deviceType(uevent) : "", all);
        boolean asked = ours && kind == Kind.ETHERNET && link.carrier().orElse(false) && !link.driver().equals("bridge");
        return new Link(link.index(), link.name(), kind, link.adminUp(), link.carrier(), link.operState(), link.mac(), link.mtu(),
            link.carrierChanges(), asked ? duplex(text(directory.resolve("duplex"))) : "",
            asked ? speed(text(directory.resolve("speed"))) : 0, link.counters(),
            kind == Kind.WIFI ? Optional.of(wifi(link, wireless)) : Optional.empty(),
            kind == Kind.WIFI && radioOff(directory.resolve("phy80211")));
    }

    String wireless() {
        return text(root.resolve("proc/net/wireless"));
    }

    Ipv6Support ipv6() {
        Path settings = root.resolve("proc/sys/net/ipv6/conf");
        return new Ipv6Support(Files.exists(root.resolve("proc/net/if_inet6")), on(settings.resolve("all/disable_ipv6")),
            on(settings.resolve("lo/disable_ipv6")));
    }

    private static String deviceType(String uevent) {
        return uevent.lines().filter(line -> line.startsWith("DEVTYPE=")).map(line -> line.substring("DEVTYPE=".length()))
            .findFirst().orElse("");
    }

    private static String duplex(String text) {
        return text.equals("full") || text.equals("half") ? text : "";
    }

    /** -1 stands for unknown. */
    private static int speed(String text) {
        return text.length() < 9 && text.chars().allMatch(Character::isDigit) && !text.isEmpty() ? Integer.parseInt(text) : 0;
    }

    private static Wifi wifi(RawLink link, String wireless) {
        boolean associated = link.carrier().orElse(false);
        return new Wifi(associated, associated ? WirelessSignal.percent(wireless, link.name()) : Optional.empty(), "");
    }

    /** A wireless device's radio is off by its soft switch (airplane mode) or its hard one (rfkill, kernel documentation). */
    private static boolean radioOff(Path phy) {
        try (DirectoryStream<Path> switches = Files.newDirectoryStream(phy, "rfkill*")) {
            for (Path radio : switches) {
                if (on(radio.resolve("soft")) || on(radio.resolve("hard"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean on(Path setting) {
        return text(setting).equals("1");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
