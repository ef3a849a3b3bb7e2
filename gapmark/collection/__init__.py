"""A collection: many events in one site.

In: `collection.yaml`, `events.csv`, `places.csv` and the received files of `corpus/`. Out: one site, with a page for
each event and lists of all of them. An event is made of bytes alone and knows nothing of the others; what is shared is
made of the events' summaries. Only `load` and `write` touch the disk.
"""
