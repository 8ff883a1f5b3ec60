package org.faultline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Writes man page and shell completions for the packages, from the commands themselves: the build runs it. */
final class Descriptions {

    /** RFC 1952, 2.3.1: the byte that says how it was compressed; Java leaves it 0, and Debian's checks read it. */
    private static final int EXTRA_FLAGS = 8;
    private static final byte SLOWEST = 2;

    private Descriptions() { }

    /** Arguments: the directory with the hand-written parts, the directory that becomes {@code /usr/share}, version, date, the changelog. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Path written = Path.of(arguments[0]);
        Path share = Path.of(arguments[1]);
        CommandSpec root = CommandTree.root().getCommandSpec();
        String man = new ManPage(root, arguments[2], arguments[3]).text(
            Files.readString(written.resolve("man/description.roff")), Files.readString(written.resolve("man/ending.roff")));
        compressed(share.resolve("man/man1/faultline.1.gz"), man);
        compressed(share.resolve("doc/faultline/changelog.gz"), Files.readString(Path.of(arguments[4])));
        plain(share.resolve("bash-completion/completions/faultline"), AutoComplete.bash("faultline", CommandTree.root()));
        plain(share.resolve("zsh/vendor-completions/_faultline"), new ZshCompletion(root).text());
        plain(share.resolve("fish/vendor_completions.d/faultline.fish"), new FishCompletion(root).text());
    }

    private static void plain(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** No name and no time in the header, so that the same text gives the same file. */
    private static void compressed(Path file, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes) {
            { def.setLevel(Deflater.BEST_COMPRESSION); }
        }) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = bytes.toByteArray();
        whole[EXTRA_FLAGS] = SLOWEST;
        Files.createDirectories(file.getParent());
        Files.write(file, whole);
    }
}
