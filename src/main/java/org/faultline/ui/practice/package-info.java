/** The page of recorded cases to learn from. */
package org.faultline.ui.practice;
