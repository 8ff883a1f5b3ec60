package org.faultline.probe.ports;

import static org.faultline.host.Transport.TCP;
import static org.faultline.host.Transport.UDP;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faultline.host.Transport;

/**
 * What usually listens on a port: names that people know, from IANA's registry and from the products' own documents. Small on purpose and
 * inside the program, since {@code /etc/services} is missing on many systems and knows none of the newer products.
 *
 * @param product untranslated name under which the words tell how to bind it to loopback; empty for what is meant to be reached
 */
public record KnownPort(int port, Transport transport, String name, String product) {

    /** Ports that many programs use; the product is there only where the program has its name. */
    private static final Map<Integer, String> SHARED = Map.of(8123, "clickhouse", 8888, "jupyter", 10000, "miniserv", 5555, "adb", 5678, "debugpy",
        9090, "prometheus");

    private static final List<KnownPort> ALL = Stream.of(
        // Meant to be reached from elsewhere, or harmless.
        common(TCP, "FTP", 21), common(TCP, "SSH", 22), common(TCP, "Telnet", 23), common(TCP, "SMTP", 25), common(TCP, "DNS", 53),
        common(UDP, "DNS", 53), common(UDP, "DHCP", 67, 68), common(UDP, "TFTP", 69), common(TCP, "HTTP", 80, 8000, 8080), common(TCP, "POP3", 110),
        common(TCP, "RPC portmapper", 111), common(UDP, "RPC portmapper", 111), common(UDP, "NTP", 123), common(TCP, "Windows RPC", 135),
        common(UDP, "NetBIOS", 137, 138), common(TCP, "NetBIOS", 139), common(TCP, "IMAP", 143), common(UDP, "SNMP", 161), common(TCP, "LDAP", 389),
        common(TCP, "HTTPS", 443, 8443), common(UDP, "HTTP/3", 443), common(TCP, "SMB", 445), common(TCP, "SMTPS", 465), common(UDP, "IKE", 500, 4500),
        common(UDP, "syslog", 514), common(TCP, "SMTP submission", 587), common(TCP, "IPP printing", 631), common(TCP, "LDAPS", 636),
        common(TCP, "IMAPS", 993), common(TCP, "POP3S", 995), common(UDP, "OpenVPN", 1194), common(TCP, "NFS", 2049),
        common(TCP, "Remote Desktop", 3389), common(UDP, "STUN", 3478), common(TCP, "VNC", 5900, 5901), common(UDP, "mDNS", 5353), common(UDP, "LLMNR", 5355),
        common(TCP, "LLMNR", 5355), common(UDP, "SSDP", 1900), common(UDP, "WS-Discovery", 3702), common(TCP, "AirPlay", 7000), common(UDP, "WireGuard", 51820),
        common(TCP, "MQTT over TLS", 8883), common(TCP, "AMQP over TLS", 5671),
        // Databases and stores.
        local("postgresql", "PostgreSQL", 5432), local("mysql", "MySQL/MariaDB", 3306, 33060), local("redis", "Redis", 6379),
        local("mongodb", "MongoDB", 27017, 27018, 27019), local("memcached", "memcached", 11211), local("elasticsearch", "Elasticsearch", 9200, 9300),
        local("couchdb", "CouchDB", 5984), local("cassandra", "Cassandra", 9042), local("mssql", "Microsoft SQL Server", 1433),
        local("oracle", "Oracle Database", 1521), local("influxdb", "InfluxDB", 8086), local("neo4j", "Neo4j", 7474, 7687), local("etcd", "etcd", 2379, 2380),
        local("zookeeper", "ZooKeeper", 2181), local("clickhouse", "ClickHouse", 8123),
        // Message brokers.
        local("rabbitmq", "RabbitMQ", 5672, 15672, 25672), local("kafka", "Kafka", 9092), local("nats", "NATS", 4222), local("mosquitto", "MQTT", 1883),
        // Debuggers.
        local("node-inspector", "Node.js debugger", 9229), local("java-debug", "Java debugger", 5005), local("python-debug", "Python debugger", 5678),
        local("chrome-debug", "Chrome debugger", 9222), local("java-jmx", "Java JMX", 9010, 1099),
        // Pages for administrators.
        local("prometheus", "Prometheus", 9090), local("kibana", "Kibana", 5601), local("consul", "Consul", 8500), local("webmin", "Webmin", 10000),
        local("jupyter", "Jupyter", 8888), local("adb", "Android debug bridge", 5037, 5555),
        // Container engines.
        local("docker", "Docker engine", 2375, 2376), local("kubelet", "Kubernetes kubelet", 10250, 10255), local("kubernetes", "Kubernetes API", 6443))
        .flatMap(known -> known).toList();

    private static Stream<KnownPort> common(Transport transport, String name, int... ports) {
        return IntStream.of(ports).mapToObj(port -> new KnownPort(port, transport, name, ""));
    }

    private static Stream<KnownPort> local(String product, String name, int... ports) {
        return IntStream.of(ports).mapToObj(port -> new KnownPort(port, TCP, name, product));
    }

    public static Optional<KnownPort> of(Transport transport, int port) {
        return ALL.stream().filter(known -> known.port == port && known.transport == transport).findFirst();
    }

    public static List<KnownPort> all() {
        return ALL;
    }

    /** Databases, brokers, debuggers, administrators' pages, container engines: rarely meant for the network. By the port alone. */
    public boolean usuallyLocal() {
        return !product.isEmpty() && !SHARED.containsKey(port);
    }

    /** The same, with the name of the program that listens: on a port that many programs use it decides. */
    public boolean usuallyLocal(String program) {
        return usuallyLocal() || !product.isEmpty() && program.toLowerCase(Locale.ROOT).contains(SHARED.get(port));
    }
}
