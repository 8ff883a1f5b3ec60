/** Runs the program under test in one lab after another, compares its JSON reports with the cases, and counts. */
package org.faultline.lab.run;
