/** What is said about one place of the decision tree: what was asked, what the answer rests on, how to look by hand. */
package org.faultline.ui.detail;
