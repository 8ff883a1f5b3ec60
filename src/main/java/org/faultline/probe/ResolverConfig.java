package org.faultline.probe;

import java.util.List;
import org.faultline.host.Reading;
import org.faultline.host.Resolvers;
import org.faultline.model.Cause;
import org.faultline.model.Stage;

/** Which name servers this machine is told to use. */
final class ResolverConfig implements Probe {

    @Override
    public String name() {
        return "resolver-config";
    }

    @Override
    public Stage stage() {
        return Stage.EXTERNAL;
    }

    @Override
    public List<Task> tasks(Situation situation) {
        return List.of(recorder -> {
            Recorder.Measurement measurement = recorder.begin("resolvers");
            switch (situation.resolvers()) {
                case Reading.Known<Resolvers>(Resolvers known, String method) when known.servers().isEmpty() ->
                    measurement.failed(Cause.MISSING, "", method);
                case Reading.Known<Resolvers>(Resolvers known, String method) -> measurement
                    .value("servers", known.servers().stream().map(server -> server.getAddress().getHostAddress()).toList())
                    .value("search", known.search()).passed(method);
                case Reading.Unknown<Resolvers> unknown when unknown.cause() == Cause.MISSING ->
                    measurement.failed(Cause.MISSING, unknown.detail(), unknown.method());
                case Reading.Unknown<Resolvers> unknown -> measurement.unknown(unknown);
            }
        });
    }
}
