package org.faultline.probe.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.faultline.host.Transport;
import org.faultline.report.Texts;
import org.junit.jupiter.api.Test;

class KnownPortTest {

    @Test
    void noPortHasTwoNames() {
        assertThat(KnownPort.all()).extracting(known -> known.transport() + " " + known.port()).doesNotHaveDuplicates();
    }

    /** Whoever is warned is told how to mend it, in both languages; no advice is left without a product. */
    @Test
    void whatIsUsuallyLocalHasAdvice() {
        Set<String> products = KnownPort.all().stream().filter(known -> !known.product().isEmpty()).map(known -> "bind." + known.product()).collect(Collectors.toSet());
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            Texts texts = new Texts("ports", locale);
            Set<String> advised = texts.keys().stream().filter(key -> key.startsWith("bind.") && !key.equals("bind.other")).collect(Collectors.toSet());
            assertThat(advised).isEqualTo(products);
        }
    }

    @Test
    void onAPortThatManyProgramsUseTheProgramDecides() {
        assertThat(KnownPort.of(Transport.TCP, 8888)).get().matches(known -> !known.usuallyLocal("python3") && known.usuallyLocal("jupyter-lab"));
        assertThat(KnownPort.of(Transport.TCP, 8000)).get().matches(known -> !known.usuallyLocal("java"));
        assertThat(KnownPort.of(Transport.TCP, 5432)).get().matches(known -> known.usuallyLocal(""));
        assertThat(KnownPort.of(Transport.TCP, 25)).get().matches(known -> !known.usuallyLocal("master"));
    }

    @Test
    void aMailServerIsNotUsuallyLocalAndADatabaseIs() {
        assertThat(KnownPort.of(Transport.TCP, 25)).get().matches(known -> !known.usuallyLocal());
        assertThat(KnownPort.of(Transport.TCP, 5432)).get().matches(KnownPort::usuallyLocal);
        assertThat(KnownPort.of(Transport.UDP, 5432)).isEmpty();
    }
}
