package org.faultline.probe.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faultline.probe.Ips;

/**
 * One service that somebody asks for.
 *
 * @param shown    as people write it, {@code localhost:5432} or a URL; names it in the report
 * @param host     name or literal address, without brackets
 * @param expected what it should speak: told by the scheme of a URL, or by the port that is registered for it
 * @param secured  whether it should speak TLS; empty where nothing says so
 * @param path     of a web address, with its query; at least {@code /}
 * @param byUrl    asked for by a URL: somebody said what has to answer there, and by what name
 */
public record ServiceTarget(String shown, String host, int port, Optional<Dialect> expected, Optional<Boolean> secured, String path, boolean byUrl) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** What the scheme of a URL stands for. */
    public record Scheme(String name, int port, Dialect dialect, boolean secured) { }

    /** The schemes that are understood; of any other nothing is expected, and the port must be given. */
    public static final List<Scheme> SCHEMES = List.of(
        new Scheme("http", 80, Dialect.HTTP, false), new Scheme("https", 443, Dialect.HTTP, true),
        new Scheme("ws", 80, Dialect.HTTP, false), new Scheme("wss", 443, Dialect.HTTP, true),
        new Scheme("postgresql", 5432, Dialect.POSTGRESQL, false), new Scheme("postgres", 5432, Dialect.POSTGRESQL, false),
        new Scheme("mysql", 3306, Dialect.MYSQL, false), new Scheme("mariadb", 3306, Dialect.MYSQL, false),
        new Scheme("redis", 6379, Dialect.REDIS, false), new Scheme("rediss", 6379, Dialect.REDIS, true),
        new Scheme("mongodb", 27017, Dialect.MONGODB, false),
        new Scheme("amqp", 5672, Dialect.AMQP, false), new Scheme("amqps", 5671, Dialect.AMQP, true),
        new Scheme("mqtt", 1883, Dialect.MQTT, false), new Scheme("mqtts", 8883, Dialect.MQTT, true),
        new Scheme("smtp", 25, Dialect.SMTP, false), new Scheme("smtps", 465, Dialect.SMTP, true),
        new Scheme("imap", 143, Dialect.IMAP, false), new Scheme("imaps", 993, Dialect.IMAP, true),
        new Scheme("pop3", 110, Dialect.POP3, false), new Scheme("pop3s", 995, Dialect.POP3, true),
        new Scheme("ftp", 21, Dialect.FTP, false), new Scheme("ssh", 22, Dialect.SSH, false), new Scheme("dns", 53, Dialect.DNS, false));

    /** {@code HOST:PORT}: of a port that is registered for one of our protocols that one is expected, of any other nothing. */
    public static ServiceTarget of(String host, int port) {
        Optional<Scheme> registered = SCHEMES.stream().filter(scheme -> scheme.port() == port).findFirst();
        return new ServiceTarget(shown(host, port), host, port, registered.map(Scheme::dialect), registered.map(Scheme::secured), "/", false);
    }

    /** Of a URL that is understood. @param path with its query; only the web is asked for one */
    public static ServiceTarget of(Scheme scheme, String url, String host, int port, String path) {
        return new ServiceTarget(url, host, port, Optional.of(scheme.dialect()), Optional.of(scheme.secured()),
            scheme.dialect() != Dialect.HTTP || path.isEmpty() ? "/" : path.startsWith("/") ? path : "/" + path, true);
    }

    private static String shown(String host, int port) {
        return bracketed(host) + ":" + port;
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** What we say first in this protocol: to the web, the page that was asked for, by the name that it was asked by (RFC 9112, 3.2). */
    byte[] opening(Dialect dialect, boolean encrypted) {
        String authority = port == (encrypted ? HTTPS : HTTP) ? bracketed(host) : shown(host, port);
        return dialect == Dialect.HTTP ? Dialect.request(path, authority).getBytes(US_ASCII) : dialect.opening();
    }

    /** A page was asked for by its own address; a WebSocket is not, and answers a plain request as it likes. */
    boolean asksPage() {
        return byUrl && expected.equals(Optional.of(Dialect.HTTP)) && shown.toLowerCase(Locale.ROOT).startsWith("http");
    }

    /** Encryption was asked for, by the name that clients use. */
    boolean asksCertificate() {
        return byUrl && secured.orElse(false);
    }

    /** By its very name this computer, whatever the name leads to (RFC 6761, 6.3). */
    boolean namesThisComputer() {
        return host.equalsIgnoreCase("localhost") || host.toLowerCase(Locale.ROOT).endsWith(".localhost");
    }

    /** {@code 127.0.0.1:5432}, {@code [::1]:5432}. */
    String at(InetAddress address) {
        return shown(Ips.text(address), port);
    }
}
