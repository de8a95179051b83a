package dev.ballast.page;

import dev.ballast.text.Markup;

/** A chart that can be drawn for any screen. */
interface Drawing {
    Markup draw(Width width);
}
