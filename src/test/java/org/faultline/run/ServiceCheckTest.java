package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.faultline.json.BadJson;
import org.faultline.probe.service.ServiceTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCheckTest {

    @ParameterizedTest
    @CsvSource({
        "8080,                                 localhost, 8080, '', '', localhost:8080",
        "localhost:5432,                       localhost, 5432, PostgreSQL, false, localhost:5432",
        "[::1]:25,                             ::1, 25, SMTP, false, [::1]:25",
        "127.0.0.1:443,                        127.0.0.1, 443, HTTP, true, 127.0.0.1:443",
        "http://localhost:3000/health,         localhost, 3000, HTTP, false, http://localhost:3000/health",
        "https://localhost,                    localhost, 443, HTTP, true, https://localhost",
        "http://[::1]:8080/,                   ::1, 8080, HTTP, false, http://[::1]:8080/",
        "redis://localhost,                    localhost, 6379, Redis, false, redis://localhost",
        "gopher://localhost:70/,               localhost, 70, '', '', localhost:70"})
    void isReadAsPeopleWriteIt(String written, String host, int port, String expected, String secured, String shown) {
        ServiceTarget target = ServiceCheck.target(written);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.expected().map(dialect -> dialect.shown()).orElse("")).isEqualTo(expected);
        assertThat(target.secured().map(Object::toString).orElse("")).isEqualTo(secured);
        assertThat(target.shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        localhost          | TARGET: "localhost" has no port between 1 and 65535
        localhost:0        | TARGET: "localhost:0" has no port between 1 and 65535
        localhost:70000    | TARGET: "localhost:70000" has no port between 1 and 65535
        ::1:25             | TARGET: "::1:25" is not PORT, HOST:PORT, [IPv6]:PORT or a URL; an IPv6 address needs brackets
        gopher://localhost | TARGET: "gopher://localhost" has no port, and none is known for gopher
        http:///x          | TARGET: "http:///x" is not a URL such as http://example.com/
        """)
    void whatDoesNotFitIsRefusedWithWhatWouldBeRight(String written, String message) {
        assertThatThrownBy(() -> ServiceCheck.target(written)).isInstanceOf(BadJson.class).hasMessage(message);
    }
}
