package org.faultline.host;

/** @param failure {@link Failure#NONE} if the port could be had */
public record BindReply(Failure failure, String method) { }
