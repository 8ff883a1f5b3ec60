package org.faultline.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.faultline.lab.net.Plan;

/** The profile (contract, "Profile") that points the program at the servers of the lab and lets it trust their authority. */
final class Profile {
    private Profile() {
    }

    static Path write(Path directory, Path trustFile) throws IOException {
        return Files.writeString(directory.resolve("lab-profile.json"), """
            {
              "addresses": [%s],
              "names": [%s],
              "publicResolver": "8.8.8.8",
              "portal": {"url": "http://%s/generate_204", "expectStatus": 204, "expectBody": ""},
              "https": [%s],
              "trust": ["%s"]
            }
            """.formatted(list(Plan.PUBLIC), list(Plan.SITES), Plan.CHECK_HOST,
            list(Plan.SITES.stream().map(site -> "https://" + site + "/").toList()), trustFile));
    }

    private static String list(Collection<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", "));
    }
}
