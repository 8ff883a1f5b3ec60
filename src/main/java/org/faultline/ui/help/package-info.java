/**
 * The help: what the check does, each stage, each fault, a page about loopback, the keys. All of it is inside the program, since it is
 * read when nothing works.
 */
package org.faultline.ui.help;
