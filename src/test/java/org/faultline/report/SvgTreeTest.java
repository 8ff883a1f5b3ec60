package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.faultline.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgTreeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/gateway-absent-tree.svg");

    static List<Report> reports() {
        return Reports.all();
    }

    /** Regenerate with {@code mvn test -Dtest=SvgTreeTest -Dgolden.write=true}, and look at it. */
    @Test
    void drawsAsTheGoldenFileSays() throws IOException {
        String svg = SvgTree.of(Reports.gatewayAbsent().diagnosis(), Locale.ENGLISH);
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
