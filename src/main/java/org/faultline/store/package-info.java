/**
 * What is kept on this computer between two starts: settings, the history of runs, guided sessions. Every write is whole or not at
 * all ({@link org.faultline.store.SafeFile}). Imports {@code run}, {@code report}, {@code diagnosis}, {@code json} and {@code model}.
 */
package org.faultline.store;
