"""The record of an event with its place in time."""

from __future__ import annotations

from typing import Literal, NamedTuple

Certainty = Literal["stated", "inferred", "relative"]
CERTAINTIES: tuple[Certainty, ...] = ("stated", "inferred", "relative")


class TimelineEvent(NamedTuple):
    """An event to be drawn. What has no place in time is left out by the caller and listed elsewhere."""

    label: str
    """What happened, in plain text."""
    date: str
    """The date as shown to the reader."""
    earliest: float
    """First day, as a Julian Day Number; a fraction is a time of day (see `chronology.span`)."""
    latest: float
    """Last day, counted in; the same as `earliest` for one day."""
    certainty: Certainty
    href: str = ""
    """Where its words lead; empty for nowhere."""
    approximate: bool = False
    open_start: bool = False
    """Whether it may reach back before `earliest` without end ("before 1945")."""
    open_end: bool = False
    quoted: bool = False
    """Whether `date` is in the words of the text."""
    year: str = ""
    """The year that was inferred, as shown to the reader; empty where none was."""
    soft_start: bool = False
    """Whether no day is stated on which it begins ("late March")."""
    soft_end: bool = False

    def has_halo(self, lane: int) -> bool:
        """Whether its mark stands for no certain day; a bar, in a lane of its own, shows that at its end."""
        return self.approximate or (not lane and (self.soft_start or self.soft_end))

    @property
    def whole_day(self) -> float:
        """Return 1 where it lasts to the end of a day, and 0 for one day or less, which is a point."""
        return 1.0 if self.latest > self.earliest and self.latest == int(self.latest) else 0.0
