"""The pages of this area: the doors, the second step, the team, setting up, what was kept, the policy."""
