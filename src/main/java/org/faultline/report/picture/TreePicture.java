package org.faultline.report.picture;

import java.util.List;

/**
 * The decision tree as a picture, in focus and context: the trunk of the stages is always there, open stages show their questions down the
 * spine and the answers to the side, the others are small pictures of their own shape.
 *
 * @param boxes in the order in which one would read them
 * @param edges quiet ones first, so that solid ones are drawn above them
 * @param line  height of a line of text
 */
public record TreePicture(List<Box> boxes, List<Edge> edges, double width, double height, double line) {

    public TreePicture {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }

    public static TreePicture of(Outline outline, Opened opened, Captions captions, Lettering lettering) {
        Measures measures = new Measures(lettering, captions);
        Sheet sheet = new Sheet(measures);
        new Trunk(outline, opened, measures, new Shapes(measures, captions), sheet).draw();
        return sheet.picture();
    }
}
