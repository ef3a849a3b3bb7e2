"""The command line: arguments, what each command does, and what is printed. The only room that prints."""
