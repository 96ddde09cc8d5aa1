"""The web application: HTTP and command line above, rules in the middle, facts below."""
