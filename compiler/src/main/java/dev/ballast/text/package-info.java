/**
 * Text made from the templates that ship with Ballast, each kind of text with an output format that escapes every value.
 * It may know Freemarker, and is the only package that may. It must not know what a text is for, read a template from anywhere but
 * the class path, or make YAML.
 */
@NullMarked
package dev.ballast.text;

import org.jspecify.annotations.NullMarked;
