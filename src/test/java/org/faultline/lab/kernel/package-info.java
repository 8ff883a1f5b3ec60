/**
 * The few Linux calls the lab needs that Java lacks, and threads that live in a network namespace of their own. Imports
 * nothing of the program.
 */
package org.faultline.lab.kernel;
