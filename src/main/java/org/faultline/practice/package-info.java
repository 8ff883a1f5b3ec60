/**
 * Practice for people who learn to find faults: recorded checks as exercises. Toolkit-free; the terminal and the window both lead through it.
 * Imports {@code report}, {@code diagnosis}, {@code json} and {@code model}.
 */
package org.faultline.practice;
