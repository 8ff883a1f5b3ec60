package org.faultline.lab.cases;

import static org.faultline.lab.cases.Case.fault;
import static org.faultline.lab.cases.Case.harmless;
import static org.faultline.model.Fault.*;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Plan;

/** Services of this computer that are up, and each way in which they are not, with real servers; and its open ports. */
final class ServiceFaults {

    private static final String PAGE = "location / { return 200 hello; }";

    private static final String HEALTH = "server { listen 127.0.0.1:8080; server_name localhost; location = / { return 200 hello; } "
        + "location = /health { if ($http_host != 'localhost:8080') { return 421; } return 503; } location = /login { return 401; } location / { return 404; } }";

    private ServiceFaults() { }

    static List<Case> all() {
        List<Case> all = new ArrayList<>(up());
        all.addAll(silentOrGone());
        all.addAll(mistaken());
        all.addAll(ports());
        return all;
    }

    private static List<Case> up() {
        return List.of(
            harmless("service-redis", lab -> Servers.redis(lab, 6379, "127.0.0.1 ::1"), SERVICE_UP).asking("service 6379"),
            harmless("service-redis-with-password", lab -> Servers.redis(lab, 6379, "127.0.0.1", "--requirepass", "secret"), SERVICE_UP).asking("service redis://localhost"),
            harmless("service-postgresql", Servers::postgresql, SERVICE_UP).asking("service localhost:5432"),
            harmless("service-nginx", lab -> Servers.nginx(lab, 8080, "server { listen 127.0.0.1:8080; " + PAGE + " }"), SERVICE_UP)
                .asking("service http://localhost:8080/health"),
            harmless("service-nginx-by-port", lab -> Servers.nginx(lab, 3000, "server { listen [::1]:3000; " + PAGE + " }"), SERVICE_UP).asking("service 3000"),
            harmless("service-nginx-encrypted", lab -> trusting(lab, "localhost"), SERVICE_UP).asking("service --profile {lab}/trust.json https://localhost:8443/"),
            harmless("service-page-missing", lab -> Servers.nginx(lab, 8080, HEALTH), SERVICE_UP).asking("service http://localhost:8080/nope"),
            harmless("service-front-page-while-health-fails", lab -> Servers.nginx(lab, 8080, HEALTH), SERVICE_UP).asking("service http://localhost:8080/"),
            harmless("service-login-wanted", lab -> Servers.nginx(lab, 8080, HEALTH), SERVICE_UP).asking("service http://localhost:8080/login"),
            harmless("service-error-by-port", lab -> Servers.nginx(lab, 3503, "server { listen 127.0.0.1:3503; location / { return 503; } }"), SERVICE_UP)
                .asking("service 3503"),
            harmless("service-nginx-encrypted-by-port", lab -> Servers.nginx(lab, 8443, "server { listen 127.0.0.1:8443 ssl; " + Servers.tls(lab) + PAGE + " }"), SERVICE_UP)
                .asking("service 8443"),
            harmless("service-smtp", Servers::smtp, SERVICE_UP).asking("service 127.0.0.1:25"),
            harmless("service-ssh", Servers::ssh, SERVICE_UP).asking("service 22"),
            harmless("service-mqtt", Servers::mosquitto, SERVICE_UP).asking("service mqtt://localhost"),
            harmless("service-dns", Servers::dnsmasq, SERVICE_UP).asking("service 53"),
            harmless("service-ftp", Servers::vsftpd, SERVICE_UP).asking("service 21"),
            harmless("service-imap", Servers::dovecot, SERVICE_UP).asking("service 143"),
            harmless("service-pop3", Servers::dovecot, SERVICE_UP).asking("service pop3://localhost"),
            harmless("service-mariadb", lab -> Servers.mariadb(lab, 3306), SERVICE_UP).asking("service 3306"),
            harmless("service-mongodb", Servers::mongodb, SERVICE_UP).asking("service localhost:27017"),
            harmless("service-amqp", Servers::rabbitmq, SERVICE_UP).asking("service amqp://localhost"),
            harmless("service-silent", lab -> lab.host().doors().listen(Plan.address("127.0.0.1"), 7777, peer -> peer.getInputStream().readAllBytes()), SERVICE_UP)
                .asking("service 7777"));
    }

    private static List<Case> silentOrGone() {
        return List.of(
            fault(SERVICE_NOT_RUNNING, "redis-ended", Speed.STATE, lab -> Servers.redis(lab, 6379, "127.0.0.1").end()).asking("service 6379"),
            fault(SERVICE_REFUSED, "on-another-computer", Speed.ANSWERED, lab -> { }).asking("service " + Plan.GATEWAY + ":5432"),
            fault(SERVICE_OUT_OF_REACH, "on-another-computer", Speed.SILENT, lab -> lab.router().filter("input", "tcp dport 5432 drop"))
                .asking("service " + Plan.GATEWAY + ":5432"),
            fault(SERVICE_PORT_RESERVED, "bound-and-not-listening", Speed.STATE, lab -> hold(lab, 8080)).asking("service 127.0.0.1:8080"),
            fault(SERVICE_BACKLOG_FULL, "frozen-redis", Speed.SILENT, lab -> {
                Servers.redis(lab, 6379, "127.0.0.1", "--tcp-backlog", "2").freeze();
                fill(lab, 6379, 3);
            }).asking("service 6379"),
            fault(SERVICE_HUNG, "frozen-redis", Speed.STALL, lab -> Servers.redis(lab, 6379, "127.0.0.1").freeze()).asking("service 6379"),
            fault(SERVICE_HUNG, "frozen-mariadb", Speed.STALL, lab -> Servers.mariadb(lab, 3306).freeze()).asking("service 3306"),
            fault(SERVICE_HUNG, "frozen-mongodb", Speed.STALL, lab -> Servers.mongodb(lab).freeze()).asking("service 27017"),
            fault(SERVICE_HUNG, "frozen-unknown", Speed.STALL, lab -> Servers.redis(lab, 7000, "127.0.0.1").freeze()).asking("service 7000"),
            fault(SERVICE_HUNG, "web-server-waits-for-ever", Speed.ANY, lab -> {
                lab.host().doors().listen(Plan.address("127.0.0.1"), 9999, peer -> peer.getInputStream().readAllBytes());
                Servers.nginx(lab, 8080, "server { listen 127.0.0.1:8080; location / { proxy_pass http://127.0.0.1:9999; } }");
            }).asking("service http://localhost:8080/"),
            fault(SERVICE_HUNG, "hangs-up-at-once", Speed.ANY, lab -> lab.host().doors().listen(Plan.address("127.0.0.1"), 8080, peer -> { }))
                .asking("service 8080"),
            fault(SERVICE_BLOCKED, "port-dropped", Speed.SILENT, lab -> {
                Servers.redis(lab, 6379, "127.0.0.1");
                lab.host().filter("input", "tcp dport 6379 drop");
            }).asking("service 6379"),
            fault(SERVICE_BLOCKED, "port-rejected", Speed.STATE, lab -> {
                Servers.redis(lab, 6379, "127.0.0.1");
                lab.host().filter("input", "tcp dport 6379 reject with tcp reset");
            }).asking("service 6379"),
            fault(SERVICE_BLOCKED, "loopback-dropped", Speed.SILENT, lab -> {
                Servers.redis(lab, 6379, "127.0.0.1");
                lab.host().filter("input", "iif lo drop");
            }).asking("service 127.0.0.1:6379"));
    }

    private static List<Case> mistaken() {
        return List.of(
            fault(SERVICE_OTHER_FAMILY, "redis-on-ipv6", Speed.STATE, lab -> Servers.redis(lab, 6379, "::1")).asking("service 127.0.0.1:6379"),
            fault(SERVICE_OTHER_FAMILY, "redis-on-ipv4", Speed.STATE, lab -> Servers.redis(lab, 6379, "127.0.0.1")).asking("service [::1]:6379"),
            fault(SERVICE_OTHER_ADDRESS, "nginx-on-the-network", Speed.STATE,
                lab -> Servers.nginx(lab, 8080, "server { listen " + Plan.HOST + ":8080; " + PAGE + " }")).asking("service 8080"),
            fault(SERVICE_NAME_WRONG, "line-in-the-file", Speed.ANY, lab -> {
                Servers.redis(lab, 6379, "127.0.0.1");
                lab.host().hosts("192.168.1.99 localhost\n");
            }).asking("service 6379"),
            fault(SERVICE_NAME_UNKNOWN, "no-such-name", Speed.ANY, lab -> lab.host().nsswitch("files")).asking("service shop.test:8080"),
            fault(SERVICE_TLS_MISMATCH, "http-to-an-encrypted-port", Speed.ANY,
                lab -> Servers.nginx(lab, 8443, "server { listen 127.0.0.1:8443 ssl; " + Servers.tls(lab) + PAGE + " }")).asking("service http://localhost:8443/"),
            fault(SERVICE_TLS_MISMATCH, "https-to-a-plain-port", Speed.ANY,
                lab -> Servers.nginx(lab, 8080, "server { listen 127.0.0.1:8080; " + PAGE + " }")).asking("service https://localhost:8080/"),
            fault(SERVICE_FAILING, "health-page", Speed.ANY, lab -> Servers.nginx(lab, 8080, HEALTH)).asking("service http://localhost:8080/health"),
            fault(SERVICE_FAILING, "nothing-behind-the-web-server", Speed.ANY,
                lab -> Servers.nginx(lab, 8080, "server { listen 127.0.0.1:8080; location / { proxy_pass http://127.0.0.1:9999; } }")).asking("service http://localhost:8080/"),
            fault(SERVICE_CERTIFICATE_UNTRUSTED, "self-made", Speed.ANY, lab -> encrypted(lab, "localhost")).asking("service https://localhost:8443/"),
            fault(SERVICE_CERTIFICATE_INVALID, "another-name", Speed.ANY, lab -> trusting(lab, "other.example"))
                .asking("service --profile {lab}/trust.json https://localhost:8443/"),
            fault(SERVICE_NAME_UNRESOLVED, "no-name-server", Speed.ANY, lab -> lab.router().filter("input",
                "meta l4proto { tcp, udp } th dport 53 drop")).asking("service http://locahost:8080/"),
            fault(SERVICE_OTHER_PROTOCOL, "redis-where-postgresql-is-expected", Speed.ANY, lab -> Servers.redis(lab, 5432, "127.0.0.1")).asking("service 5432"),
            fault(SERVICE_OTHER_PROTOCOL, "mariadb-where-postgresql-is-expected", Speed.ANY, lab -> Servers.mariadb(lab, 5432)).asking("service 5432"),
            fault(SERVICE_OTHER_PROTOCOL, "imap-where-pop3-is-expected", Speed.ANY, Servers::dovecot).asking("service pop3://127.0.0.1:143"),
            fault(SERVICE_OTHER_PROTOCOL, "mail-where-ssh-is-expected", Speed.ANY, Servers::smtp).asking("service ssh://127.0.0.1:25"),
            fault(SERVICE_PROXY_CAPTURED, "proxy-cannot-reach-it", Speed.ANY, lab -> captured(lab)).asking("service http://localhost:8080/"),
            fault(SERVICE_PROXY_CAPTURED, "proxy-is-dead", Speed.ANY, lab -> {
                Servers.nginx(lab, 8080, "server { listen 127.0.0.1:8080; " + PAGE + " }");
                lab.launch().environment("http_proxy", "http://127.0.0.1:3128");
            }).asking("service 8080"),
            harmless("service-spared-by-no-proxy", lab -> {
                captured(lab);
                lab.launch().environment("no_proxy", "localhost,127.0.0.1");
            }, SERVICE_UP).asking("service http://localhost:8080/"),
            fault(SERVICE_EXPOSED, "redis-on-all-addresses", Speed.ANY, lab -> Servers.redis(lab, 6379, "*", "--protected-mode", "no")).asking("service 6379"));
    }

    private static List<Case> ports() {
        return List.of(
            harmless("ports-of-a-quiet-computer", lab -> Servers.redis(lab, 6379, "127.0.0.1")).asking("ports --scan"),
            fault(PORT_EXPOSED, "redis-on-all-addresses", Speed.ANY, lab -> Servers.redis(lab, 6379, "*", "--protected-mode", "no")).asking("ports"),
            fault(PORT_UNLISTED, "redirected", Speed.ANY, lab -> {
                Servers.redis(lab, 6379, "127.0.0.1");
                lab.host().nat("output", "ip daddr 127.0.0.1 tcp dport 2375 redirect to :6379");
            }).asking("ports --scan"),
            fault(PORT_BLOCKED, "rejected", Speed.ANY, lab -> {
                Servers.redis(lab, 6379, "127.0.0.1");
                lab.host().filter("input", "tcp dport 6379 reject with tcp reset");
            }).asking("ports --scan"),
            baseline("one-new-and-one-gone", "tcp 127.0.0.1:25"));
    }

    private static Case baseline(String name, String... before) {
        return harmless("ports-" + name, lab -> {
            Servers.redis(lab, 6379, "127.0.0.1");
            write(lab, "{\"schema\": \"faultline-ports/1\", \"listeners\": [\"" + String.join("\", \"", before) + "\"]}");
        }, PORT_NEW, PORT_GONE).asking("ports");
    }

    /** Where the program keeps its list when nothing else is said. */
    private static void write(Lab lab, String baseline) {
        try {
            Path folder = Files.createDirectories(lab.directory().resolve("state/faultline"));
            Files.writeString(folder.resolve("ports-baseline.json"), baseline);
            lab.launch().environment("XDG_STATE_HOME", folder.getParent().toString());
        } catch (IOException e) {
            throw new LabFailure("cannot write the baseline", e);
        }
    }

    private static void encrypted(Lab lab, String name) {
        Servers.nginx(lab, 8443, "server { listen 127.0.0.1:8443 ssl; " + Servers.tls(lab, name) + PAGE + " }");
    }

    /** The same, and a profile that trusts its certificate. */
    private static void trusting(Lab lab, String name) {
        encrypted(lab, name);
        try {
            Files.writeString(lab.directory().resolve("trust.json"), "{\"trust\": [\"" + lab.directory().resolve("certificate.pem") + "\"]}");
        } catch (IOException e) {
            throw new LabFailure("cannot write a profile", e);
        }
    }

    private static void captured(Lab lab) {
        Servers.nginx(lab, 8080, "server { listen 127.0.0.1:8080; " + PAGE + " }");
        lab.proxy();
        lab.launch().environment("http_proxy", "http://" + Plan.PROXY + ":" + Plan.PROXY_PORT);
    }

    /** Takes the port without listening, as an outgoing connection does. */
    private static void hold(Lab lab, int port) {
        lab.until(lab.host().space().call(() -> SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", port))));
    }

    /** Connections that nobody picks up. */
    private static void fill(Lab lab, int port, int connections) {
        IntStream.range(0, connections).forEach(_ -> lab.until(lab.host().space().call(() -> {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            return channel;
        })));
    }
}
