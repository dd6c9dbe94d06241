"""A plain signed-in Django application, as most would write it: the peer we measure ourselves against."""
