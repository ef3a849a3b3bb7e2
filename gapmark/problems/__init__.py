"""Problems, their places, and the exceptions that stop a run. Knows nothing of the rest of the program."""
