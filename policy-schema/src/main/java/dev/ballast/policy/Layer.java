package dev.ballast.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Place;

/**
 * Part of the terms of a policy, as one document wrote them. It stays undecoded until all layers have been laid over each other,
 * because absence means "as below", not "none".
 *
 * @param title what {@code explain} calls it: {@code built-in}, {@code BackupClass gold}, …
 * @param base place of the object whose members these are
 * @param fields the members; treated as immutable
 */
public record Layer(String title, Place.Field base, ObjectNode fields) {}
