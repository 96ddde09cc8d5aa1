"""Pure rules: facts in, decision out. The clock and the catalogue are arguments."""
