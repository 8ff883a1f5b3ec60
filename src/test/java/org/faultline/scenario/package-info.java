/** Scenarios: a fake world and the verdict expected of it, one small file each under {@code src/test/resources/scenarios}. */
package org.faultline.scenario;
