"""The demonstration services: five real policies, invented people, history made through the ordinary actions.

`content/` holds the people and the courses of work, `plan` turns a seed into dated steps, `loading` takes
the steps with the steps' own clock, and `accounts` keeps who may sign in, in a data folder marked as a
demonstration at birth.
"""
