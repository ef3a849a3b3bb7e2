"""What was received: tokens, gaps, sections, and the cleaned text. Pure: no disk, no templates, no clock."""
