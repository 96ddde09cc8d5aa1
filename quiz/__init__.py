"""Question types, scenario graph, grading and statistics. Standard library only."""
