package org.faultline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what of Java's own modules is not linked into the runtime, as patterns for {@code jlink --exclude-resources=@FILE}: JavaFX asks for
 * all of java.desktop (AWT, Swing, printing, sound) and through it for java.xml, and uses java.beans of them. jlink wants every package to
 * keep something, so each keeps its smallest file.
 *
 * <p>Part of the image build, which starts the result afterwards ({@link ImageCheck}).
 */
final class Unlinked {

    private Unlinked() { }

    /** @param arguments the file to write, then modules with the packages that stay: {@code java.desktop=java/beans,com/sun/beans} */
    public static void main(String[] arguments) throws IOException {
        List<String> patterns = new ArrayList<>();
        for (String module : Arrays.asList(arguments).subList(1, arguments.length)) {
            String[] parts = module.split("=", 2);
            patterns.addAll(patterns(parts[0], parts.length < 2 ? List.of() : List.of(parts[1].split(","))));
        }
        Files.write(Path.of(arguments[0]), patterns);
    }

    private static List<String> patterns(String module, List<String> stay) throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
        Map<String, List<Path>> packages;
        try (Stream<Path> files = Files.walk(root)) {
            packages = files.filter(Files::isRegularFile).filter(file -> !file.getParent().equals(root))
                .collect(Collectors.groupingBy(file -> root.relativize(file.getParent()).toString(), TreeMap::new, Collectors.toList()));
        }
        return packages.entrySet().stream().filter(each -> stay.stream().noneMatch(each.getKey()::startsWith))
            .map(each -> allBut(smallest(each.getValue()), "/" + module + "/" + each.getKey() + "/")).toList();
    }

    private static String smallest(List<Path> files) {
        return files.stream().min(Comparator.comparingLong(Unlinked::size).thenComparing(Path::toString)).orElseThrow().getFileName().toString();
    }

    private static String allBut(String kept, String folder) {
        return "regex:" + Pattern.quote(folder) + "(?!" + Pattern.quote(kept) + "$)[^/]*";
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
