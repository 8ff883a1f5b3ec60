package org.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the break is drawn: a name server that answers well is never an end of it. */
class BetweenTest {

    @ParameterizedTest
    @CsvSource({
        "external/dns-unreachable,       192.168.1.1, name service",
        "external/dns-refused,           192.168.1.1, name service",
        "external/captive-portal-by-dns, 192.168.1.1, internet",
        "external/proxy-unreachable,     192.168.1.1, 10.9.9.9:3128",
        "gateway/gateway-absent,         enp3s0,      192.168.1.1",
    })
    void theBreakLiesWhereTheFaultIs(String scenario, String near, String far) {
        assertThat(Scenario.named(scenario).report().diagnosis().verdict().between()).isEqualTo(List.of(near, far));
    }
}
