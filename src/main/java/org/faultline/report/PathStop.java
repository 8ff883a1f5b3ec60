package org.faultline.report;

import java.util.Optional;
import org.faultline.model.Stage;
import org.faultline.model.StageStatus;

/**
 * One stage of the way outward in words.
 *
 * @param status the status as a word
 * @param fact   the one thing worth knowing of it; may be empty
 * @param before the break that lies between the stop before and this one, if it lies there
 * @param cutOff whether a break lies nearer to the computer
 */
public record PathStop(Stage stage, StageStatus state, String name, String status, String fact, Optional<Break> before, boolean cutOff) {

    /** @param words such as {@code broken between enp3s0 and 192.168.1.1}; {@code broken} is false where it only gives trouble */
    public record Break(boolean broken, String words) { }
}
