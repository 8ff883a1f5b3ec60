package org.faultline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A program of its own that writes 1 MiB over the file {@code report} in each folder named, and prints what came of it. */
public final class WriteIntoTrouble {

    private WriteIntoTrouble() { }

    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            Path file = Path.of(folder, "report");
            System.out.println(attempt(file) + " " + Files.readString(file).strip() + " " + Arrays.toString(file.getParent().toFile().list()));
        }
    }

    private static String attempt(Path file) {
        try {
            SafeFile.write(file, new byte[1 << 20]);
            return "written";
        } catch (NotWritten e) {
            return e.reason() + " " + e.getMessage().contains(file.toString());
        }
    }
}
