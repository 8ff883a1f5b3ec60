package org.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class StartUpCacheTest {

    @Test
    void aRefusedCacheIsTold() {
        assertThat(StartUpCache.complaint(properties("mixed mode, emulated-client", true))).hasValueSatisfying(
            told -> assertThat(told).contains("start-up cache").contains("works"));
    }

    @Test
    void aCacheInUseIsNoNews() {
        assertThat(StartUpCache.complaint(properties("mixed mode, emulated-client, sharing", true))).isEmpty();
    }

    @Test
    void withoutALauncherThereIsNoCacheToMiss() {
        assertThat(StartUpCache.complaint(properties("mixed mode", false))).isEmpty();
    }

    private static Properties properties(String vmInfo, boolean offered) {
        Properties properties = new Properties();
        properties.setProperty("java.vm.info", vmInfo);
        if (offered) {
            properties.setProperty("faultline.cache", "offered");
        }
        return properties;
    }
}
