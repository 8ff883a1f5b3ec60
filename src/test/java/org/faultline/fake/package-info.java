/**
 * A machine and its network that exist only as a description: {@link org.faultline.fake.World} is read from a scenario file and
 * {@link org.faultline.fake.FakeHost} answers from it as the real thing would, without time passing.
 */
package org.faultline.fake;
