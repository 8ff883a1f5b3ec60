package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.faultline.model.Diagnosis;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.faultline.model.StageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgTreeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/gateway-absent-tree.svg");

    /** One closed, and one open whose path this version does not know, so that the file changes with the drawing and not with the tree. */
    private static final Set<Stage> SHOWN = EnumSet.of(Stage.LOOPBACK_IPV6, Stage.GATEWAY);

    static List<Report> reports() {
        return Reports.all();
    }

    /** Regenerate with {@code mvn test -Dtest=SvgTreeTest -Dgolden.write=true}, and look at it. */
    @Test
    void drawsAsTheGoldenFileSays() throws IOException {
        Diagnosis whole = Reports.gatewayAbsent().diagnosis();
        List<StageResult> stages = whole.stages().stream().filter(stage -> SHOWN.contains(stage.stage())).toList();
        String svg = SvgTree.of(new Diagnosis(whole.verdict(), whole.findings(), stages), Locale.ENGLISH);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(GOLDEN));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isWellFormedAndNeedsNothingElse(Report report) throws Exception {
        String svg = SvgTree.of(report.diagnosis(), Locale.GERMAN);
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("href", "url(", "@import").contains("prefers-color-scheme");
    }
}
