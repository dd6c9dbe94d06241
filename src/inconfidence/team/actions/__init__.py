"""Writes about people and sittings, one module per act: signing in, second step, invitations, set-up."""
