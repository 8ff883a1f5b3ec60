package org.faultline.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsideRowTest {

    @ParameterizedTest
    @CsvSource({"icmp-datagram-socket, icmp-datagram-|socket", "neighbour-table, neighbour-table", "tcp-connect-scan, tcp-connect-|scan", "rtnetlink, rtnetlink", "'', ''",
        "a-name-of-many-short-parts, a-name-of-many-|short-parts"})
    void aLongNameIsBrokenAtItsHyphens(String words, String lines) {
        assertThat(AsideRow.brokenAtHyphens(words)).isEqualTo(lines.replace('|', '\n'));
    }
}
