package org.faultline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faultline.model.Cause;
import org.faultline.model.Observation;
import org.faultline.model.Outcome;
import org.faultline.model.Report;
import org.faultline.model.Stage;
import org.junit.jupiter.api.Test;

class PortRowTest {

    private static Report withListener(Map<String, Object> values) {
        Report report = Reports.gatewayAbsent();
        return new Report(report.toolVersion(), report.started(), report.elapsed(), report.machine(), report.diagnosis(),
            List.of(new Observation("1", "listener", "tcp 0.0.0.0:6379", Stage.PORTS, Outcome.FAILED, Cause.EXPOSED, "", "test",
                Duration.ZERO, Duration.ZERO, values)));
    }

    @Test
    void aWordThatIsNotKnownIsShownAsItIs() {
        Report report = withListener(Map.of("transport", "tcp", "reach", "the-moon", "family", "ipv9"));
        assertThat(PortRow.of(report, new Texts("ports", Locale.ENGLISH))).singleElement()
            .satisfies(row -> assertThat(row.reach()).isEqualTo("the-moon"), row -> assertThat(row.family()).isEqualTo("ipv9"));
    }

    @Test
    void adviceNamesTheProgramFirstInEachLanguage() {
        Report report = withListener(Map.of("transport", "tcp", "program", "valkey", "port", 6379, "usually", "Redis", "product", "redis"));
        assertThat(PortRow.advice(report, new Texts("ports", Locale.ENGLISH)).getFirst()).startsWith("valkey on port 6379, usual for Redis, is open").contains("If it is Redis: Set bind");
        assertThat(PortRow.advice(report, new Texts("ports", Locale.GERMAN)).getFirst()).startsWith("valkey auf Port 6379, üblich für Redis, steht");
    }

    /** Any program may take any port; what to set in a configuration is told of the product alone. */
    @Test
    void adviceIsThatOfTheProductWhereTheProgramBearsItsName() {
        Report redis = withListener(Map.of("transport", "tcp", "program", "redis-server", "port", 6379, "usually", "Redis", "product", "redis"));
        assertThat(PortRow.advice(redis, new Texts("ports", Locale.ENGLISH)).getFirst()).contains("open to other computers. Set bind");
        Report postgres = withListener(Map.of("transport", "tcp", "program", "postgres", "port", 5432, "usually", "PostgreSQL", "product", "postgresql"));
        assertThat(PortRow.advice(postgres, new Texts("ports", Locale.ENGLISH)).getFirst()).contains("open to other computers. Set listen_addresses");
        Report python = withListener(Map.of("transport", "tcp", "program", "python3", "port", 6379, "usually", "Redis", "product", "redis"));
        assertThat(PortRow.advice(python, new Texts("ports", Locale.GERMAN)).getFirst()).contains("Falls es Redis ist: Setzen Sie");
    }
}
