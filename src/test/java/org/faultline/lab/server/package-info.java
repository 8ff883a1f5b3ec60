/**
 * Name servers, web servers and proxies of the lab, and their well-behaved and hostile ways. Sockets are opened in a
 * namespace, used from any thread.
 */
package org.faultline.lab.server;
