/**
 * One small class per probe, and {@link org.faultline.probe.Probes}, the written-out list of them. A probe gathers facts of one kind
 * through {@link org.faultline.host.Host} and judges nothing. Imports {@code host} and {@code model}.
 */
package org.faultline.probe;
