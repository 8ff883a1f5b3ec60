package org.faultline.lab.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.faultline.lab.server.Authority;

/** The certificates of one lab run: made once in memory, shared by all labs; only the trusted authority is written to a file. */
public final class Credentials {
    private final Clock clock;
    private final Authority trusted;
    private final Authority unknown;
    private final Map<String, SSLContext> valid = new LinkedHashMap<>();
    private final SSLContext publicServers;
    private final Path trustFile;

    public Credentials(Clock clock, Path directory) throws IOException {
        this.clock = clock;
        Instant now = clock.instant();
        this.trusted = new Authority("Lab Trust Services", now);
        this.unknown = new Authority("Corporate Inspection Box", now);
        for (String site : Plan.zone().keySet()) {
            valid.put(site, trusted.server(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(60)), site, "www." + site));
        }
        this.publicServers = trusted.server(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(60)),
            Plan.PUBLIC.toArray(String[]::new));
        this.trustFile = Files.writeString(directory.resolve("lab-ca.pem"), trusted.pem());
    }

    public Clock clock() {
        return clock;
    }

    /** The authority that the lab's profile trusts, as a PEM file. */
    public Path trustFile() {
        return trustFile;
    }

    public SSLContext valid(String site) {
        return valid.get(site);
    }

    /** For 1.1.1.1 and its peers, by address. */
    public SSLContext publicServers() {
        return publicServers;
    }

    public SSLContext expired(String site) {
        Instant now = clock.instant();
        return trusted.server(now.minus(Duration.ofDays(100)), now.minus(Duration.ofDays(10)), site);
    }

    public SSLContext forHost(String otherHost) {
        Instant now = clock.instant();
        return trusted.server(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(60)), otherHost);
    }

    /** Valid for sixty days around a moment: for a world whose clocks differ from ours. */
    public SSLContext validAround(String site, Instant moment) {
        return trusted.server(moment.minus(Duration.ofDays(30)), moment.plus(Duration.ofDays(30)), site);
    }

    /** What an inspecting middle box shows: right name, right dates, an issuer nobody knows. */
    public SSLContext intercepted(String site) {
        Instant now = clock.instant();
        return unknown.server(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(60)), site);
    }
}
