package org.faultline.lab.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.NotPossibleHere;
import org.faultline.lab.net.Daemon;
import org.faultline.lab.net.Lab;
import org.faultline.lab.net.Rights;
import org.faultline.lab.server.MongoServerProcess;

/** Real servers of the distribution's packages, each with the smallest configuration that does. */
final class Servers {

    private Servers() { }

    static Daemon redis(Lab lab, int port, String bind, String... more) {
        List<String> words = new ArrayList<>(List.of("redis-server", "--port", "" + port, "--save", "", "--dir", lab.directory().toString()));
        words.add("--bind");
        words.addAll(List.of(bind.split(" ")));
        words.addAll(List.of(more));
        return Daemon.start(lab, words.toArray(String[]::new)).listening(port);
    }

    /** @param servers the inside of {@code http}: one or more {@code server { … }} */
    static Daemon nginx(Lab lab, int port, String servers) {
        Path directory = lab.directory();
        file(lab, "nginx.conf", "daemon off; master_process off; pid " + directory.resolve("nginx.pid") + "; error_log " + directory.resolve("nginx-error.log")
            + "; events {} http { access_log off; " + servers + " }");
        return Daemon.start(lab, "nginx", "-e", directory.resolve("nginx-error.log").toString(), "-c", directory.resolve("nginx.conf").toString()).listening(port);
    }

    /** A self-made certificate for localhost, as nginx wants it. */
    static String tls(Lab lab) {
        return tls(lab, "localhost");
    }

    static String tls(Lab lab, String name) {
        Path key = lab.directory().resolve("key.pem");
        Path certificate = lab.directory().resolve("certificate.pem");
        lab.host().space().command(List.of(Daemon.program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key.toString(),
            "-out", certificate.toString(), "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name, "-days", "30"), "");
        return "ssl_certificate " + certificate + "; ssl_certificate_key " + key + ";";
    }

    /** PostgreSQL refuses to run as root, and a user namespace of one user has no other. */
    static Daemon postgresql(Lab lab) {
        if (Rights.mappedRoot()) {
            throw new NotPossibleHere("PostgreSQL needs a user of its own");
        }
        Path binaries = installed("/usr/lib/postgresql");
        Path data = directory(lab, "postgresql");
        lab.host().space().command(List.of("chown", "postgres", data.toString()), "");
        List<String> user = List.of("--reuid", "postgres", "--regid", "postgres", "--clear-groups");
        List<String> make = new ArrayList<>(List.of("setpriv"));
        make.addAll(user);
        make.addAll(List.of(binaries.resolve("initdb").toString(), "-D", data.toString(), "--no-sync"));
        lab.host().space().command(make, "");
        return Daemon.start(lab, user, binaries.resolve("postgres").toString(), "-D", data.toString(), "-k", data.toString(), "-h", "localhost").listening(5432);
    }

    private static Path installed(String folder) {
        try (var versions = Files.list(Path.of(folder))) {
            return versions.map(version -> version.resolve("bin")).filter(Files::isDirectory).findFirst()
                .orElseThrow(() -> new NotPossibleHere("PostgreSQL is not installed"));
        } catch (IOException e) {
            throw new NotPossibleHere("PostgreSQL is not installed");
        }
    }

    static Daemon smtp(Lab lab) {
        file(lab, "smtpd.conf", "listen on 127.0.0.1 port 25\naction \"nowhere\" relay\nmatch for any action \"nowhere\"\n");
        lab.host().space().command(List.of("chmod", "711", "/var/spool/smtpd"), "");
        return Daemon.start(lab, "smtpd", "-d", "-f", lab.directory().resolve("smtpd.conf").toString()).listening(25);
    }

    static Daemon ssh(Lab lab) {
        Path key = lab.directory().resolve("host-key");
        lab.host().space().command(List.of(Daemon.program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", key.toString()), "");
        lab.host().space().command(List.of("mkdir", "-p", "/run/sshd"), "");
        return Daemon.start(lab, Daemon.program("sshd"), "-D", "-p", "22", "-h", key.toString(), "-o", "ListenAddress=127.0.0.1", "-f", "/dev/null").listening(22);
    }

    static Daemon mosquitto(Lab lab) {
        return Daemon.start(lab, "mosquitto", "-p", "1883").listening(1883);
    }

    static Daemon dnsmasq(Lab lab) {
        return Daemon.start(lab, "dnsmasq", "-k", "--conf-file=/dev/null", "--listen-address=127.0.0.1", "--bind-interfaces", "--no-resolv", "--port=53", "--user=root", "--pid-file=").listening(53);
    }

    static Daemon vsftpd(Lab lab) {
        file(lab, "vsftpd.conf", "listen=YES\nlisten_address=127.0.0.1\nbackground=NO\nsecure_chroot_dir=" + directory(lab, "empty") + "\n");
        return Daemon.start(lab, "vsftpd", lab.directory().resolve("vsftpd.conf").toString()).listening(21);
    }

    /** IMAP and POP3; its processes run as users of their own. */
    static Daemon dovecot(Lab lab) {
        if (Rights.mappedRoot()) {
            throw new NotPossibleHere("Dovecot needs users of its own");
        }
        file(lab, "dovecot.conf", "protocols = imap pop3\nlisten = 127.0.0.1\nbase_dir = " + lab.directory().resolve("dovecot")
            + "\nlog_path = /dev/stderr\nssl = no\npassdb {\n  driver = static\n}\nuserdb {\n  driver = static\n}\n");
        return Daemon.start(lab, "dovecot", "-F", "-c", lab.directory().resolve("dovecot.conf").toString()).listening(143).listening(110);
    }

    /** Without its tables of users it is up in a moment, and greets all the same. */
    static Daemon mariadb(Lab lab, int port) {
        Path data = directory(lab, "mariadb");
        return Daemon.start(lab, "mariadbd", "--no-defaults", "--user=root", "--skip-grant-tables", "--skip-innodb", "--default-storage-engine=Aria",
            "--datadir=" + data, "--socket=" + data.resolve("socket"), "--pid-file=" + data.resolve("pid"), "--bind-address=127.0.0.1", "--port=" + port).listening(port);
    }

    /** A server of MongoDB's protocol; the distribution has none. */
    static Daemon mongodb(Lab lab) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Daemon.start(lab, java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
            MongoServerProcess.class.getName(), "27017").listening(27017);
    }

    /** RabbitMQ; the port mapper of Erlang would outlive it if it had to start one. */
    static Daemon rabbitmq(Lab lab) {
        Daemon.start(lab, "epmd").listening(4369);
        Path home = directory(lab, "rabbitmq");
        List<String> words = new ArrayList<>(List.of("env", "HOME=" + home));
        Map.of("NODENAME", "lab@localhost", "NODE_IP_ADDRESS", "127.0.0.1", "MNESIA_BASE", home.resolve("mnesia"), "LOG_BASE", home.resolve("log"), "LOGS", "-",
            "ENABLED_PLUGINS_FILE", home.resolve("plugins"), "CONFIG_FILE", home.resolve("none"), "PID_FILE", home.resolve("pid"))
            .forEach((name, value) -> words.add("RABBITMQ_" + name + "=" + value));
        words.add(installed(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server")));
        return Daemon.start(lab, words.toArray(String[]::new)).listening(5672);
    }

    private static String installed(Path program) {
        if (!Files.isExecutable(program)) {
            throw new NotPossibleHere(program.getFileName() + " is not installed");
        }
        return program.toString();
    }

    private static void file(Lab lab, String name, String content) {
        try {
            Files.setPosixFilePermissions(Files.writeString(lab.directory().resolve(name), content), PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new LabFailure("cannot write " + name, e);
        }
    }

    private static Path directory(Lab lab, String name) {
        try {
            return Files.createDirectories(lab.directory().resolve(name));
        } catch (IOException e) {
            throw new LabFailure("cannot make " + name, e);
        }
    }
}
