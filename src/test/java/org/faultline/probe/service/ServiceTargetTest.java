package org.faultline.probe.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to a web server: the page and the name that somebody asked for. */
class ServiceTargetTest {

    @ParameterizedTest
    @CsvSource({
        "http,  localhost,   3000, /health?deep=1, false, GET /health?deep=1 HTTP/1.1, Host: localhost:3000",
        "http,  localhost,   80,   /,              false, GET / HTTP/1.1,              Host: localhost",
        "https, shop.test,   443,  /cart,          true,  GET /cart HTTP/1.1,          Host: shop.test",
        "https, shop.test,   443,  /cart,          false, GET /cart HTTP/1.1,          Host: shop.test:443",
        "http,  ::1,         8080, '',             false, GET / HTTP/1.1,              Host: [::1]:8080",
        "redis, localhost,   6379, /3,             false, GET / HTTP/1.1,              Host: localhost:6379"})
    void thePageIsAskedForByItsName(String scheme, String host, int port, String path, boolean encrypted, String first, String second) {
        ServiceTarget.Scheme known = ServiceTarget.SCHEMES.stream().filter(each -> each.name().equals(scheme)).findFirst().orElseThrow();
        ServiceTarget target = ServiceTarget.of(known, scheme + "://x", host, port, path);
        assertThat(new String(target.opening(Dialect.HTTP, encrypted), StandardCharsets.US_ASCII).split("\r\n")).startsWith(first, second);
    }

    @Test
    void otherProtocolsAreOpenedAsEver() {
        assertThat(ServiceTarget.of("localhost", 6379).opening(Dialect.REDIS, false)).isEqualTo(Dialect.REDIS.opening());
    }
}
