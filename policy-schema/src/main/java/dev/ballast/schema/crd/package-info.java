/**
 * The kinds as Kubernetes CustomResourceDefinitions, made from the JSON Schemas.
 * It may know {@code dev.ballast.schema} and Jackson. It must not know a cluster, nor any field of the language by name.
 */
@NullMarked
package dev.ballast.schema.crd;

import org.jspecify.annotations.NullMarked;
