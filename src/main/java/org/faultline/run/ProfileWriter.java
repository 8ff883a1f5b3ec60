package org.faultline.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faultline.probe.Targets;
import org.faultline.probe.Targets.Portal;
import org.faultline.probe.Targets.Thresholds;

/**
 * A profile as plain values, in the form that {@link ProfileReader} reads, every key written out. Certificates of {@code trust} are
 * not in it: they stand in files of their own, which a profile in memory no longer names.
 */
public final class ProfileWriter {

    private ProfileWriter() { }

    public static Map<String, Object> document(Profile profile) {
        Targets targets = profile.targets();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("addresses", targets.addresses().stream().map(InetAddress::getHostAddress).toList());
        document.put("names", targets.names());
        document.put("publicResolver", targets.publicResolver().map(ProfileWriter::resolver).orElse(""));
        document.put("portal", targets.portal().map(ProfileWriter::portal).orElse(Map.of("url", "")));
        document.put("https", targets.https().stream().map(Object::toString).toList());
        document.put("services", List.copyOf(profile.services()));
        document.put("thresholds", thresholds(targets.thresholds()));
        return document;
    }

    private static String resolver(InetSocketAddress resolver) {
        String address = resolver.getAddress().getHostAddress();
        String bracketed = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return resolver.getPort() == 53 ? address : bracketed + ":" + resolver.getPort();
    }

    private static Map<String, Object> portal(Portal portal) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("url", portal.url().toString());
        document.put("expectStatus", portal.expectStatus());
        document.put("expectBody", portal.expectBody());
        return document;
    }

    private static Map<String, Object> thresholds(Thresholds limits) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("gatewayRttMs", limits.gatewayRtt().toNanos() / 1e6);
        document.put("lossPercent", limits.lossPercent());
        document.put("dnsMs", limits.dns().toNanos() / 1e6);
        document.put("externalRttMs", limits.externalRtt().toNanos() / 1e6);
        return document;
    }
}
