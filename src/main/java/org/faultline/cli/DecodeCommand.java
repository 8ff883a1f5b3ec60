package org.faultline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faultline.report.HandoverCode;
import org.faultline.report.HandoverText;
import org.faultline.report.ShownTime;
import org.faultline.report.handover.BadCode;
import org.faultline.report.handover.Handover;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code faultline decode}: what a handover code says. */
@Command(name = "decode", mixinStandardHelpOptions = true, versionProvider = Faultline.Versions.class, sortOptions = false,
    description = "Tells what a handover code says: the sixteen characters that were read aloud, or the text of the QR picture.",
    descriptionHeading = "%n", parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n",
    footer = {"  faultline decode 7K2M-Q0ZT-1ABC-9XYW", "  faultline decode FAULTLINE1:0046…",
        "%nExit codes: those of the verdict in the code; 3 also where the code is wrong"})
final class DecodeCommand implements Callable<Integer> {

    @ParentCommand
    private Faultline faultline;

    @Parameters(arity = "1..*", paramLabel = "CODE", description = "The code; small letters, spaces and hyphens do not matter.")
    private List<String> code;

    @Mixin
    private Reading reading;

    @Override
    public Integer call() {
        try {
            Handover handover = HandoverCode.read(String.join(" ", code));
            faultline.terminal().out().print(HandoverText.write(handover, reading.style(faultline.terminal()), ShownTime.here(reading.language())));
            return ExitCode.of(handover.diagnosis().verdict().status());
        } catch (BadCode e) {
            throw new BadArgument(HandoverCode.whatIsWrong(e, reading.language()));
        }
    }
}
