package org.faultline.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.faultline.json.BadJson;
import org.faultline.json.JsonText;
import org.faultline.json.Place;
import org.faultline.probe.Targets;
import org.faultline.probe.Targets.Portal;
import org.faultline.probe.Targets.Thresholds;

/**
 * Reads a profile. Every key is optional and keeps its default where it is left out; an empty list, an empty {@code publicResolver}
 * or an empty {@code portal.url} switches that kind off; {@code null} stands for nothing and is refused. Whatever else does not fit is
 * refused with the key's path and what would be right. Looks nothing up and contacts nobody.
 */
public final class ProfileReader {

    /** Three hundred times the default profile. */
    private static final int LONGEST = 1 << 20;

    private static final Set<String> KEYS =
        Set.of("addresses", "names", "publicResolver", "portal", "https", "trust", "services", "thresholds");
    private static final Set<String> PORTAL_KEYS = Set.of("url", "expectStatus", "expectBody");
    private static final Set<String> THRESHOLD_KEYS = Set.of("gatewayRttMs", "lossPercent", "dnsMs", "externalRttMs");

    /** A minute: nothing that takes longer is worth waiting for. */
    private static final double LONGEST_LIMIT_MS = 60_000;

    private final Path folder;

    private ProfileReader(Path folder) {
        this.folder = folder;
    }

    /** @throws BadJson if the file cannot be read or used; the message names the file or the key */
    public static Profile read(Path file) {
        return read(bytes(file, "profile", LONGEST), file.toAbsolutePath().getParent());
    }

    /** @param folder where certificate files named in the profile are looked for */
    public static Profile read(byte[] text, Path folder) {
        return new ProfileReader(folder).profile(JsonText.read(text, LONGEST, "profile"));
    }

    private Profile profile(Place root) {
        root.only(KEYS);
        Targets usual = Profile.DEFAULT.targets();
        Targets targets = new Targets(
            list(root, "addresses", 32, ProfileValue::address).orElse(usual.addresses()),
            list(root, "names", 32, ProfileValue::name).orElse(usual.names()),
            root.optional("publicResolver").map(ProfileReader::resolver).orElse(usual.publicResolver()),
            root.optional("portal").map(place -> portal(place, usual.portal().orElseThrow())).orElse(usual.portal()),
            list(root, "https", 32, place -> ProfileValue.url(place, "https")).orElse(usual.https()),
            list(root, "trust", 16, this::certificates).orElse(List.of()).stream().flatMap(List::stream).toList(),
            root.optional("thresholds").map(place -> thresholds(place, usual.thresholds())).orElse(usual.thresholds()), true);
        return new Profile(targets, list(root, "services", 64, ProfileValue::service).orElse(List.of()));
    }

    private static <T> Optional<List<T>> list(Place root, String key, int most, Function<Place, T> reader) {
        return root.optional(key).map(place -> {
            List<Place> items = place.items();
            if (items.size() > most) {
                throw place.refuse(items.size() + " are more than the " + most + " that are allowed");
            }
            return items.stream().map(reader).toList();
        });
    }

    private static Optional<InetSocketAddress> resolver(Place place) {
        return place.text().isEmpty() ? Optional.empty() : Optional.of(ProfileValue.resolver(place));
    }

    private static Optional<Portal> portal(Place place, Portal usual) {
        place.only(PORTAL_KEYS);
        Optional<Place> url = place.optional("url");
        int status = place.optional("expectStatus").map(ProfileReader::status).orElse(usual.expectStatus());
        String body = place.optional("expectBody").map(Place::text).orElse(usual.expectBody());
        if (url.filter(written -> written.text().isEmpty()).isPresent()) {
            return Optional.empty();
        }
        URI page = url.map(written -> ProfileValue.url(written, "http")).orElse(usual.url());
        return Optional.of(new Portal(page, status, body));
    }

    private static int status(Place place) {
        int status = place.wholeNumber();
        if (status < 200 || status > 599) {
            throw place.refuse(status + " is not a status of HTTP between 200 and 599");
        }
        return status;
    }

    private static Thresholds thresholds(Place place, Thresholds usual) {
        place.only(THRESHOLD_KEYS);
        return new Thresholds(
            place.optional("gatewayRttMs").map(ProfileReader::limit).orElse(usual.gatewayRtt()),
            place.optional("lossPercent").map(ProfileReader::percent).orElse(usual.lossPercent()),
            place.optional("dnsMs").map(ProfileReader::limit).orElse(usual.dns()),
            place.optional("externalRttMs").map(ProfileReader::limit).orElse(usual.externalRtt()));
    }

    private static double percent(Place place) {
        double percent = place.number();
        if (percent < 0 || percent > 100) {
            throw place.refuse(place + " is not between 0 and 100");
        }
        return percent;
    }

    private static Duration limit(Place place) {
        double ms = place.number();
        if (ms <= 0 || ms > LONGEST_LIMIT_MS) {
            throw place.refuse(place + " is not above 0 and at most 60000");
        }
        return place.milliseconds();
    }

    private List<X509Certificate> certificates(Place place) {
        try {
            return Certificates.read(bytes(folder.resolve(place.text()), place.path(), LONGEST), place);
        } catch (InvalidPathException e) {
            throw place.refuse(place + " cannot be the name of a file");
        }
    }

    /** The whole of a file that must be a plain one: neither a pipe, at which reading would wait for ever, nor a device, nor longer than allowed. */
    private static byte[] bytes(Path file, String path, int longest) {
        try {
            BasicFileAttributes kind = Files.readAttributes(file, BasicFileAttributes.class);
            if (!kind.isRegularFile()) {
                throw new BadJson(path, file + (kind.isDirectory() ? " is a folder, not a file" : " is a pipe or device, not a file"));
            }
            try (var stream = Files.newInputStream(file)) {
                byte[] bytes = stream.readNBytes(longest + 1);
                if (bytes.length > longest) {
                    throw new BadJson(path, file + " is longer than " + longest + " bytes");
                }
                return bytes;
            }
        } catch (NoSuchFileException e) {
            throw new BadJson(path, "there is no file " + file);
        } catch (IOException e) {
            throw new BadJson(path, "cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }
}
