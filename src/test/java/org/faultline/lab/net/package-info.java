/** The small internet of one lab: host, home router, provider, internet, and verbs to break them. */
package org.faultline.lab.net;
