/**
 * Tells others what a watch has found: as a line, a desktop notification, a command of the user's own, a webhook, metrics. Beside {@code host}
 * the only room that opens sockets and starts processes. All of it is bounded in time, memory and number, and none of it can hold up the
 * watch. Imports {@code run}, {@code store}, {@code report}, {@code json} and {@code model}.
 */
package org.faultline.alert;
