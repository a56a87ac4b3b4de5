"""The sources' own shapes, made from the sample world's data."""
