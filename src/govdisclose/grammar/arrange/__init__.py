"""From what a reader found to rows and columns of cells, each certain or not, by the labels that a layout declares."""
