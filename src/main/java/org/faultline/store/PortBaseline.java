package org.faultline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.faultline.json.BadJson;
import org.faultline.json.JsonText;
import org.faultline.json.Place;

/** What was open when somebody last said that it is as it should be: a small JSON file, schema {@value #SCHEMA}. */
public final class PortBaseline {

    private static final String SCHEMA = "faultline-ports/1";
    private static final int LONGEST = 1 << 20;
    private static final int MOST = 10_000;

    private PortBaseline() { }

    /** Where it is kept when nothing else is said. */
    public static Path usual(Folders folders) {
        return folders.state().resolve("ports-baseline.json");
    }

    /**
     * @return listeners such as {@code tcp 127.0.0.1:5432}
     * @throws BadJson if it cannot be read or used; the message names the file or the key
     */
    public static Set<String> read(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadJson("baseline", file + " is not a file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return listeners(JsonText.read(stream.readNBytes(LONGEST + 1), LONGEST, "baseline"));
        } catch (NoSuchFileException _) {
            throw new BadJson("baseline", "there is no file " + file);
        } catch (IOException e) {
            throw new BadJson("baseline", "cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Set<String> listeners(Place root) {
        root.only(Set.of("schema", "listeners"));
        if (!root.field("schema").text().equals(SCHEMA)) {
            throw root.field("schema").refuse(root.field("schema") + " is not " + SCHEMA);
        }
        List<Place> items = root.field("listeners").items();
        if (items.size() > MOST) {
            throw root.field("listeners").refuse(items.size() + " are more than the " + MOST + " that are allowed");
        }
        Set<String> listeners = new TreeSet<>();
        for (Place item : items) {
            if (!item.text().matches("tcp (\\[[0-9a-f:.%]{2,60}\\]|[0-9.]{7,15}):[0-9]{1,5}")) {
                throw item.refuse(item + " is not a listener such as tcp 127.0.0.1:5432");
            }
            listeners.add(item.text());
        }
        return listeners;
    }

    /** Writes the whole file or leaves the old one; makes its folder, private, where it is not there. */
    public static void save(Path file, Set<String> listeners) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("listeners", List.copyOf(new TreeSet<>(listeners)));
        if (file.toAbsolutePath().getParent() != null) {
            PrivateFolder.make(file.toAbsolutePath().getParent());
        }
        SafeFile.write(file, JsonText.write(document));
    }
}
