"""What everything stands on: configuration, database, clock, transaction, errors, languages."""
