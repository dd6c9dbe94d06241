"""The shell every page stands in: base templates, form fields, the answer card, error pages."""
