package org.faultline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.faultline.host.exchange.NameServiceSwitch;
import org.faultline.model.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSourcesTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, files dns",
        "NONE, dns files",
        "NONE, files mdns4_minimal [NOTFOUND=return] dns",
        "NONE, mymachines resolve [!UNAVAIL=return] files myhostname dns",
        "NONE, files sss",
        "MISSING, files",
        "MISSING, dns",
        "MISSING, files myhostname mdns4",
        "MISORDERED, files [NOTFOUND=return] dns",
        "MISORDERED, files [!SUCCESS=return] dns",
        "MISORDERED, dns [!UNAVAIL=return] files",
        "MISORDERED, dns [NOTFOUND=return] files"})
    void whatTheOrderLeavesOut(Cause cause, String services) {
        assertThat(NameSources.judge(NameServiceSwitch.parse("hosts: " + services + "\n"))).isEqualTo(cause);
    }
}
