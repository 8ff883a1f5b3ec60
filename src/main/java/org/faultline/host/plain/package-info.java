/**
 * What the JDK alone can tell and do on any system. Where it hides a cause (see {@link org.faultline.host.plain.NioWire}) the
 * answer is "unclassified", never a guess.
 */
package org.faultline.host.plain;
