"""What is published, held against the source. Pure: no disk, no templates, no clock."""
