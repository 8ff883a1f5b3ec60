package org.faultline.report.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"5432", "12.5", "1.1.1", "1.1.1.1", "192.168.1.20/24", "0.0.0.0/0", "01.1.1.1", "1.1.1.1/33", "::ffff:1.2.3.4", "2a02:77:1:0:0:0:0:10/64",
        "256.1.1.1", "...", "", "enp3s0"})
    void whatIsWrittenIsRead(String value) {
        Bits bits = new Bits();
        Values.write(value, bits);
        assertThat(Values.read(Bits.reader(bits.bytes()))).isEqualTo(value);
    }
}
