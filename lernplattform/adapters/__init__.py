"""The outside world: mail, PDF, calendar, tables."""
