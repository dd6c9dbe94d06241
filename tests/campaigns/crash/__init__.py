"""What the campaigns of sudden ends share: a program that is killed, its writers, and what must be whole."""
