/**
 * The commands of the terminal: options, progress, exit codes. The only room that prints: a command's result goes to stdout,
 * everything else to stderr. Imports {@code run}, {@code report}, {@code diagnosis}, {@code model} and picocli.
 */
package org.faultline.cli;
