/**
 * What was seen and what it means: observations, faults, findings, the diagnosis and the report that carries them.
 * Records and enums only. No I/O, no clock; imports {@code java.base} and nothing else of the program.
 */
package org.faultline.model;
