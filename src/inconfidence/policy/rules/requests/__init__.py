"""Requests for what we hold: who asks, whose it is, who must agree, and what goes to whom."""
