package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** Man page and completions name every command and option that {@code --help} names, and none that is hidden. */
class DescriptionsTest {

    private static final CommandSpec ROOT = CommandTree.root().getCommandSpec();

    @TempDir
    private Path share;

    @BeforeEach
    void write() throws IOException {
        Descriptions.main(new String[] {"installer/deb", share.toString(), "9.8.7", "2026-11-26", "installer/deb/changelog"});
    }

    @Test
    void theManPageHasEveryOptionOfEveryHelp() throws IOException {
        String man = manPage();
        assertThat(man).contains("\\fBfaultline history\\fR [").doesNotContain("\\fBfaultline report\\fR [");
        assertThat(CommandTree.all(ROOT).filter(CommandTree::worksAlone).map(CommandSpec::qualifiedName).map(ManPage::escaped)).allSatisfy(name -> assertThat(man).contains("\\fB" + name + "\\fR"));
        assertThat(optionsOfHelp()).isNotEmpty().allSatisfy(option -> assertThat(man).contains("\\fB" + ManPage.escaped(option) + "\\fR"));
        assertThat(man).contains("faultline 9.8.7").doesNotContain("self\\-train").doesNotContain("${");
    }

    @Test
    void fishKnowsEveryOption() throws IOException {
        String fish = Files.readString(share.resolve("fish/vendor_completions.d/faultline.fish"));
        assertThat(optionsOfHelp()).allSatisfy(option -> assertThat(fish)
            .contains(option.startsWith("--") ? " -l " + option.substring(2) : " -s " + option.substring(1)));
        assertThat(fish).doesNotContain("self-train");
    }

    @Test
    void zshKnowsEveryOptionOfEachCommand() throws IOException {
        String zsh = Files.readString(share.resolve("zsh/vendor-completions/_faultline"));
        assertThat(zsh).startsWith("#compdef faultline\n").doesNotContain("self-train");
        assertThat(optionsOfHelp()).allSatisfy(option -> assertThat(zsh).containsPattern("['{,]" + option + "['},]"));
    }

    @Test
    void bashKnowsEveryOption() throws IOException {
        String bash = Files.readString(share.resolve("bash-completion/completions/faultline"));
        assertThat(optionsOfHelp()).allSatisfy(option -> assertThat(bash).contains("'" + option + "'"));
        assertThat(bash).doesNotContain("self-train");
    }

    @Test
    void onlyWordsThatTheProgramAcceptsAreOffered() throws IOException {
        for (String file : List.of("fish/vendor_completions.d/faultline.fish", "zsh/vendor-completions/_faultline", "bash-completion/completions/faultline")) {
            assertThat(Files.readString(share.resolve(file))).contains("loopback-ipv4").doesNotContain("LOOPBACK_IPV4");
        }
    }

    /** Read off the help that people see, not off the model that the pages are made from. */
    private static Stream<String> optionsOfHelp() {
        return CommandTree.all(ROOT).map(command -> command.commandLine().getUsageMessage())
            .flatMap(help -> Pattern.compile("(?m)^ {2,6}(-[a-zA-Z])?(?:, )?(--[a-z][a-z-]*)").matcher(help).results())
            .flatMap(found -> Stream.of(found.group(1), found.group(2))).filter(Objects::nonNull).distinct();
    }

    private String manPage() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(share.resolve("man/man1/faultline.1.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
