package org.faultline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.faultline.model.Stage;
import org.faultline.run.Check;
import org.faultline.run.Profile;
import org.faultline.run.ProfileReader;
import picocli.CommandLine.Option;

/** The options that say what of the way outward is checked, and what may be contacted for it. */
final class Scope {

    @Option(names = "--only", paramLabel = "STAGE", split = ",", converter = OptionValues.OfStage.class,
        description = "Only these stages: loopback-ipv4, loopback-ipv6, interface, gateway, external.")
    private List<Stage> only = List.of();

    @Option(names = "--profile", paramLabel = "FILE", description = "Targets and thresholds, as JSON.")
    private Optional<Path> profile;

    @Option(names = "--no-external", description = "Contact nothing beyond the router.")
    private boolean noExternal;

    /** @throws BadArgument if nothing is left to check */
    Check within(Duration deadline) {
        Profile chosen = profile.map(ProfileReader::read).orElse(Profile.DEFAULT);
        Set<Stage> stages = only.isEmpty() ? EnumSet.copyOf(Stage.PATH) : EnumSet.copyOf(only);
        Check check = new Check(noExternal ? chosen.withoutExternal() : chosen, stages, deadline);
        if (check.stages().isEmpty()) {
            throw new BadArgument("nothing is left to check: --only external, but nothing beyond the router may be contacted");
        }
        return check;
    }
}
