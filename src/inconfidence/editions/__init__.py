"""Which version of the policy is in force for which service, since when, adopted with which minute."""
