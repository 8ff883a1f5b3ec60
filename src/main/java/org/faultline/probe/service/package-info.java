/**
 * Whether one service of this computer is up: the probes that look at its name, its listener, its queue and its words. Imports
 * {@code probe}, {@code host} and {@code model}; {@link org.faultline.probe.service.ServiceProbes} is the written-out list.
 */
package org.faultline.probe.service;
