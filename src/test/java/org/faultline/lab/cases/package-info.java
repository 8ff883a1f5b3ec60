/** What is broken, written out as lists: one entry a fault, a harmless oddity, or a reason why a pair cannot be. */
package org.faultline.lab.cases;
