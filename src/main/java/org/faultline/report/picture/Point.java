package org.faultline.report.picture;

/** A place on the picture; y grows downward. */
public record Point(double x, double y) { }
