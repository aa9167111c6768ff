package org.lossproof.experiment.figure;

/**
 * How a curve or a set of points looks. Series of one panel differ in dash or marker and not in hue alone, so that they can be
 * told apart in grey.
 *
 * @param hue its colour
 * @param dash its line
 * @param marker the shape at its points
 */
public record Style(Palette.Hue hue, Palette.Dash dash, Palette.Marker marker) {
    public Style {
        if (dash == Palette.Dash.NONE && marker == Palette.Marker.NONE) {
            throw new IllegalArgumentException("neither line nor marker: nothing would be seen");
        }
    }

    /** A line without markers. */
    public static Style line(Palette.Hue hue, Palette.Dash dash) {
        return new Style(hue, dash, Palette.Marker.NONE);
    }

    /** Markers without a line. */
    public static Style points(Palette.Hue hue, Palette.Marker marker) {
        return new Style(hue, Palette.Dash.NONE, marker);
    }

    /**
     * The style of the series with this number, from 0: hue, dash and marker all differ among the first seven.
     *
     * @param markers whether points are marked; leave them out for dense curves
     */
    public static Style number(int index, boolean markers) {
        Palette.Hue[] hues = Palette.Hue.values();
        Palette.Dash[] dashes = Palette.Dash.lines();
        Palette.Marker[] shapes = Palette.Marker.shapes();
        return new Style(
                hues[index % hues.length],
                dashes[index % dashes.length],
                markers ? shapes[index % shapes.length] : Palette.Marker.NONE);
    }
}
