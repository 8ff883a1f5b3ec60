package org.faultline.lab.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.faultline.lab.kernel.Kernel;
import org.faultline.lab.kernel.LabFailure;
import org.faultline.lab.kernel.Namespace;

/** The computer on which the program runs: with configuration files of its own, which nobody else sees. */
public final class HostNode extends Node {
    /** The lines of /etc/hosts that every distribution ships. */
    public static final String USUAL_HOSTS = "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n";

    private final Path files;

    HostNode(Namespace space, Path files) {
        super(space);
        this.files = files;
    }

    /** Puts fresh /etc/resolv.conf, /etc/hosts and /etc/nsswitch.conf over the machine's, and hides its /run and /sys. */
    void furnish() {
        space().run(() -> {
            Path resolvConf = realPath(Path.of("/etc/resolv.conf"));
            Kernel.mount("sysfs", "/sys", "sysfs", 0);
            Kernel.mount("tmpfs", "/run", "tmpfs", 0);
            resolvConf(resolvConf);
            file("hosts", USUAL_HOSTS + "127.0.1.1 " + hostName() + "\n");
            file("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\nnetworks: files\nservices: files\n");
            bind(files.resolve("hosts"), Path.of("/etc/hosts"));
            bind(files.resolve("nsswitch.conf"), Path.of("/etc/nsswitch.conf"));
        });
    }

    private void resolvConf(Path target) {
        file("resolv.conf", "nameserver " + Plan.GATEWAY + "\n");
        if (target.startsWith("/run")) {
            create(target);
        }
        bind(files.resolve("resolv.conf"), target);
    }

    /** Sets the resolvers of the host, in this order. */
    public HostNode resolvers(String... addresses) {
        StringBuilder lines = new StringBuilder();
        for (String address : addresses) {
            lines.append("nameserver ").append(address).append('\n');
        }
        return file("resolv.conf", lines.toString());
    }

    public HostNode resolvConf(String content) {
        return file("resolv.conf", content);
    }

    public HostNode hosts(String content) {
        return file("hosts", content);
    }

    public HostNode nsswitch(String hostsLine) {
        return file("nsswitch.conf", "passwd: files\ngroup: files\nhosts: " + hostsLine + "\n");
    }

    /** Makes the hosts file such that only root may read it. */
    public HostNode hostsUnreadable() {
        return permissions("hosts", "-w-------");
    }

    public HostNode hostsBytes(byte[] content) {
        try {
            Files.write(files.resolve("hosts"), content);
            return this;
        } catch (IOException e) {
            throw new LabFailure("cannot write the hosts file", e);
        }
    }

    private HostNode file(String name, String content) {
        try {
            Path file = files.resolve(name);
            Files.writeString(file, content);
            return permissions(name, "rw-r--r--");
        } catch (IOException e) {
            throw new LabFailure("cannot write " + name, e);
        }
    }

    private HostNode permissions(String name, String mode) {
        try {
            Files.setPosixFilePermissions(files.resolve(name), PosixFilePermissions.fromString(mode));
            return this;
        } catch (IOException e) {
            throw new LabFailure("cannot change " + name, e);
        }
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            throw new LabFailure("this machine has no name", e);
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new LabFailure(path + " is needed", e);
        }
    }

    private static void create(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        } catch (IOException e) {
            throw new LabFailure("cannot make " + file, e);
        }
    }

    private static void bind(Path source, Path target) {
        Kernel.mount(source.toString(), target.toString(), "none", Kernel.MS_BIND);
    }
}
