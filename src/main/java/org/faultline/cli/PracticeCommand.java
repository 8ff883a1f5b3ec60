package org.faultline.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.faultline.practice.Exercises;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code faultline practice}: recorded cases as exercises, by keyboard. */
@Command(name = "practice", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Recorded cases to learn from: read the complaint, ask questions, name the fault, see what the program would have said. Sends nothing.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline practice              the list, from easy to hard",
        "  faultline practice 7            one exercise",
        "  faultline practice --list       all exercises",
        "%nExit codes: 0, or 3 for bad arguments"})
final class PracticeCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Parameters(arity = "0..1", paramLabel = "EXERCISE", description = "Number of an exercise in the list.")
    private Optional<String> exercise;

    @Option(names = "--list", description = "List all exercises and leave.")
    private boolean list;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", converter = OptionValues.OfLanguage.class,
        description = "en or de; ${DEFAULT-VALUE} where nothing is said.")
    private Locale language;

    @Override
    public Integer call() {
        Terminal terminal = faultline.terminal();
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, terminal.out().charset()));
        PracticeTalk talk = new PracticeTalk(new Dialogue(terminal, keyboard), language);
        if (list) {
            talk.list();
        } else {
            exercise.map(PracticeCommand::named).ifPresentOrElse(talk::one, talk::all);
        }
        return ExitCode.HEALTHY;
    }

    /** By its number, or by its name, which tells too much to stand in the list. */
    private static String named(String wanted) {
        List<String> ids = Exercises.ids();
        return IntStream.rangeClosed(1, ids.size()).filter(number -> wanted.equals(Integer.toString(number)) || wanted.equals(ids.get(number - 1)))
            .mapToObj(number -> ids.get(number - 1)).findFirst()
            .orElseThrow(() -> new BadArgument("there is no exercise '" + wanted + "'; 'faultline practice --list' names all"));
    }
}
