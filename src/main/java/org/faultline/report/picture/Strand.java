package org.faultline.report.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faultline.model.Fault;
import org.faultline.model.Severity;

/**
 * Places one below the other: a stage from its first question to its end, or a side of it.
 *
 * @param goesOn  its end leads back to where it turned off
 * @param through the walk came through to that end
 */
public record Strand(List<Place> places, boolean goesOn, boolean through) {

    static final Strand EMPTY = new Strand(List.of(), true, false);

    public Strand {
        places = List.copyOf(places);
    }

    /** Every place, those of the sides included, from the first to the last. */
    public Stream<Place> all() {
        return places.stream().flatMap(place -> Stream.concat(Stream.of(place), place instanceof Place.Asked asked
            ? asked.sides().stream().flatMap(side -> side.strand().all()) : Stream.empty()));
    }

    int questions() {
        return (int) all().filter(Place.Asked.class::isInstance).count();
    }

    /** The different faults it can end in; a lack of measurement is none. */
    Set<Fault> causes() {
        return all().map(Place::ref).filter(NodeRef.OfFault.class::isInstance).map(ref -> ((NodeRef.OfFault) ref).fault())
            .filter(fault -> fault.severity() != Severity.NOT_MEASURED).collect(Collectors.toSet());
    }

    boolean walked() {
        return all().anyMatch(Place::walked);
    }

    /** The gravest end that the walk met here. */
    State worst() {
        return all().filter(place -> place.walked() && place instanceof Place.Leaf && place.state() != State.GOOD).map(Place::state)
            .max(Comparator.naturalOrder()).orElse(State.NEUTRAL);
    }
}
