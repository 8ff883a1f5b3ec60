package org.faultline.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.faultline.host.FrontDoor;
import org.faultline.host.FrontDoor.Arrival;

/** At most one window a user: a second start hands its file to the first and goes. */
public final class OnlyWindow implements AutoCloseable {

    private final Optional<FrontDoor> door;

    private OnlyWindow(Optional<FrontDoor> door) {
        this.door = door;
    }

    /**
     * @param file to be shown
     * @return nothing where another window has taken the file and comes forward
     */
    public static Optional<OnlyWindow> enter(Path folder, Optional<Path> file) {
        return switch (FrontDoor.arrive(folder, file.map(Path::toString).orElse(""))) {
            case Arrival.First(FrontDoor door) -> Optional.of(new OnlyWindow(Optional.of(door)));
            case Arrival.Heard _ -> Optional.empty();
            case Arrival.Alone _ -> Optional.of(new OnlyWindow(Optional.empty()));
        };
    }

    /** @param visitor hears, on a thread of its own, of each further start and the file that it was to show */
    public void onVisit(Consumer<Optional<Path>> visitor) {
        door.ifPresent(open -> open.listen(message -> visitor.accept(message.isEmpty() ? Optional.empty() : Optional.of(Path.of(message)))));
    }

    @Override
    public void close() {
        door.ifPresent(FrontDoor::close);
    }
}
