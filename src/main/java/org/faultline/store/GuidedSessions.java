package org.faultline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.faultline.json.BadJson;
import org.faultline.model.Verdict;
import org.faultline.run.Guide;

/**
 * Guided sessions on the disk, one file each: {@code sessions/20261126-105143-3f2a.json}. A session is saved after every move, so that it opens
 * where it was after a kill or a power cut. The newest {@value #KEPT} are kept. A file that cannot be read is set aside under the name
 * {@code ….json.broken}, never deleted by us but for the oldest beyond {@value #BROKEN_KEPT}.
 */
public final class GuidedSessions {

    /** A busy helpdesk takes some fifty calls a day. */
    static final int KEPT = 50;
    static final int BROKEN_KEPT = 10;
    /** An older one was not on the screen last. */
    private static final int LOOKED_AT = 3;

    private static final String ENDING = ".json";
    private static final String BROKEN = ".json.broken";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;

    public GuidedSessions(Folders folders) {
        this.folder = folders.state().resolve("sessions");
    }

    /** A name for a session that begins now. */
    public static String newId(Instant now) {
        return NAME.format(now) + "-" + "%04x".formatted(ThreadLocalRandom.current().nextInt(1 << 16));
    }

    /** The session is on the disk once this returns. */
    public void save(Guide guide) throws IOException {
        PrivateFolder.make(folder);
        SafeFile.write(file(guide.id()), GuideJson.write(guide));
        dropOldest(ENDING, KEPT);
    }

    private Path file(String id) {
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(id + " cannot name a saved session");
        }
        return folder.resolve(id + ENDING);
    }

    /**
     * The newest session that nobody has closed, and what could not be read on the way to it.
     *
     * @throws IOException where the folder is there and cannot be looked into
     */
    public Opened openLatest() throws IOException {
        List<Trouble> troubles = new ArrayList<>();
        for (Path file : newestFirst(ENDING)) {
            Optional<Guide> guide = open(file, troubles).filter(found -> !found.closed());
            if (guide.isPresent()) {
                return new Opened(guide, troubles);
            }
        }
        dropOldest(BROKEN, BROKEN_KEPT);
        return new Opened(Optional.empty(), troubles);
    }

    /** Whether a session waits that nobody has closed and that was begun after this moment: it was on the screen when the program ended. */
    public boolean waits(Instant since) {
        try {
            return newestFirst(ENDING).stream().limit(LOOKED_AT).flatMap(file -> peek(file).stream())
                .anyMatch(guide -> !guide.closed() && guide.report().started().isAfter(since));
        } catch (IOException e) {
            return false;
        }
    }

    /** Without setting anything aside. */
    private static Optional<Guide> peek(Path file) {
        try {
            return Optional.of(GuideJson.read(read(file)));
        } catch (BadJson | IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** Every session that can be read, newest first. */
    public List<Kept> list() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Path file : newestFirst(ENDING)) {
            own(file).map(Kept::of).ifPresent(kept::add);
        }
        return kept;
    }

    /** Whether there is one that can be read; nothing behind the first is opened. */
    public boolean any() throws IOException {
        return newestFirst(ENDING).stream().anyMatch(file -> own(file).isPresent());
    }

    private Optional<Guide> own(Path file) {
        return peek(file).filter(guide -> file.equals(file(guide.id())));
    }

    /** The session of this id; empty where it is gone or cannot be read any more. */
    public Optional<Guide> find(String id) {
        Path file = file(id);
        return Files.isRegularFile(file) ? peek(file) : Optional.empty();
    }

    private Optional<Guide> open(Path file, List<Trouble> troubles) {
        try {
            Guide guide = GuideJson.read(read(file));
            if (!file.equals(file(guide.id()))) {
                throw new BadJson("session.id", guide.id() + " is not the name of its file");
            }
            return Optional.of(guide);
        } catch (BadJson | IllegalArgumentException e) {
            troubles.add(setAside(file, e.getMessage()));
        } catch (IOException e) {
            troubles.add(new Trouble(file, file, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** No more than one byte above what is read at all, however long the file is. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(GuideJson.LONGEST + 1);
        }
    }

    /** Where it cannot be moved it stays, and is met again. */
    private static Trouble setAside(Path file, String why) {
        Path aside = file.resolveSibling(file.getFileName().toString().replaceAll("\\.json$", BROKEN));
        try {
            return new Trouble(file, Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING), why);
        } catch (IOException e) {
            return new Trouble(file, file, why);
        }
    }

    private void dropOldest(String ending, int kept) throws IOException {
        for (Path old : newestFirst(ending).stream().skip(kept).toList()) {
            Files.deleteIfExists(old);
        }
    }

    /** By name, which begins with the time: clocks of files change when they are copied. */
    private List<Path> newestFirst(String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, path -> path.getFileName().toString().endsWith(ending))) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            found.sort(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed());
            return found;
        }
    }

    /**
     * One line about a saved session.
     *
     * @param closed whether somebody has finished it
     */
    public record Kept(String id, String ticket, Instant started, Verdict verdict, boolean measured, boolean closed) {
        static Kept of(Guide guide) {
            return new Kept(guide.id(), guide.conversation().ticket(), guide.report().started(), guide.report().diagnosis().verdict(),
                !guide.measured().isEmpty(), guide.closed());
        }
    }

    /** @param troubles files that could not be read, newest first */
    public record Opened(Optional<Guide> guide, List<Trouble> troubles) {
        public Opened {
            troubles = List.copyOf(troubles);
        }
    }

    /** @param kept where the file is now; the same as before where it could not be set aside */
    public record Trouble(Path file, Path kept, String why) {

        /** The folder itself cannot be looked into; its name stands in the message. */
        public static Trouble ofFolder(IOException why) {
            Path folder = Path.of("sessions");
            return new Trouble(folder, folder, String.valueOf(why.getMessage()));
        }
    }
}
