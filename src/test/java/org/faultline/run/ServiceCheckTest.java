package org.faultline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.faultline.json.BadJson;
import org.faultline.probe.service.ServiceTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @CsvSource({
        "http://localhost:3000/health,            /health",
        "http://localhost:3000/health?deep=1&x=2, /health?deep=1&x=2",
        "http://localhost:3000?deep=1,            /?deep=1",
        "http://localhost:3000/a/../b#part,       /a/../b",
        "http://localhost:3000/gr%C3%BCn/blau,    /gr%C3%BCn/blau",
        "http://localhost:3000/grün,              /gr%C3%BCn",
        "http://localhost:3000,                   /",
        "redis://localhost/3,                     /",
        "8080,                                    /"})
    void ofAWebAddressThePageCounts(String written, String path) {
        assertThat(ServiceCheck.target(written).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:geheim@localhost:8080/x, http://localhost:8080/x",
        "http://user@localhost:8080/,         http://localhost:8080/",
        "http://user:geheim@[::1]:8080/,      http://[::1]:8080/",
        "redis://:geheim@localhost:6379/0,    redis://localhost:6379/0",
        "postgres://me:geheim@localhost/shop, postgres://localhost/shop",
        "http://localhost:8080/a@b,           http://localhost:8080/a@b"})
    void aUserAndItsPasswordAreLeftOut(String written, String shown) {
        ServiceTarget target = ServiceCheck.target(written);
        assertThat(target.shown()).isEqualTo(shown);
        assertThat(target.toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:geheim@localhost:8080", "user:geheim@localhost", "http://user:geheim@", "http://user:geheim@:80/", "http://user:gehe/im@localhost:80/x",
        "http://user:geheim@local host/", "http://a:b@c:geheim@localhost/", "gopher://user:geheim@localhost"})
    void aPasswordIsNeverRepeated(String written) {
        assertThatThrownBy(() -> ServiceCheck.target(written)).isInstanceOf(BadJson.class)
            .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("geheim", "gehe/im"));
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
