"""The edition as TEI P5, one XML file with both texts. In: the assembled site. Out: edition.xml."""
