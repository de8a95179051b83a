/**
 * What environments cost, as reports: a table for people, JSON for machines, Markdown for pull requests.
 * It may know plans, costs and the envelope of reports. It must not know files, terminals or how a number came to be.
 */
@NullMarked
package dev.ballast.invoice;

import org.jspecify.annotations.NullMarked;
