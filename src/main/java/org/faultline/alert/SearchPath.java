package org.faultline.alert;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs are looked for, as the system does it, but for two things: a relative entry is none, since anybody may have put a file there,
 * and the current folder is none either, where Windows looks first. So what is started is what was found.
 *
 * @param endings that a program's name may lack
 */
record SearchPath(List<Path> folders, List<String> endings) {

    /** Where nothing is said (environ(7), execvp(3)). */
    private static final String USUAL = "/usr/bin" + File.pathSeparator + "/bin";

    SearchPath {
        folders = List.copyOf(folders);
        endings = List.copyOf(endings);
    }

    /** @param osName as Java names it ({@code os.name}) */
    static SearchPath of(String osName, Map<String, String> environment) {
        String entries = environment.entrySet().stream().filter(variable -> variable.getKey().equalsIgnoreCase("PATH")).map(Map.Entry::getValue)
            .findFirst().orElse(USUAL);
        return new SearchPath(Arrays.stream(entries.split(File.pathSeparator)).flatMap(SearchPath::folder).toList(),
            osName.startsWith("Windows") ? List.of("", ".exe", ".com", ".bat", ".cmd") : List.of(""));
    }

    private static Stream<Path> folder(String entry) {
        try {
            return Stream.of(Path.of(entry)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Stream.empty();
        }
    }

    /**
     * @param program its name, or a path to it
     * @return the whole path of a plain file that may be run
     */
    Optional<Path> find(String program) {
        try {
            Path named = Path.of(program);
            Stream<Path> places = named.isAbsolute() || named.getNameCount() > 1 ? Stream.of(named.toAbsolutePath())
                : folders.stream().map(folder -> folder.resolve(named));
            return places.filter(place -> !program.isEmpty() && place.getNameCount() > 0).flatMap(place -> endings.stream()
                    .map(ending -> place.resolveSibling(place.getFileName() + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
