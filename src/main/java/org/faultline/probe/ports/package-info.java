/**
 * What is open on this computer: every listener, what it usually is, who can reach it, and whether connecting shows the same.
 * Imports {@code probe}, {@code host} and {@code model}; {@link org.faultline.probe.ports.PortProbes} is the written-out list.
 */
package org.faultline.probe.ports;
