"""What a whole course gives away, trains and costs in time: figures for its authors."""
